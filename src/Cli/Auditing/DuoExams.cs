using System.Globalization;
using System.Text.RegularExpressions;
using Regional.Cli.Csv;
using Regional.Csv;
using Regional.Disclosure;
using Regional.Disclosure.Auditing;

namespace Regional.Cli.Auditing;

/// <summary>
/// Reads the table of exam results that DUO publishes, in which counts from 1 to 4 are printed as <c>&lt;5</c>: a row for each vestiging and profile, with
/// columns for each school year.
/// <code>
/// "VESTIGINGSCODE";…;"GESLAAGDEN SCHOOLJAAR 2019-2020 - MAN";"SLAAGPERC SCHOOLJAAR 2019-2020 - MAN";…
/// "00DI01";…;"&lt;5";"66.7";…
/// </code>
/// In each row, year and measure MAN and VROUW add up to TOTAAL. A percentage has one decimal, and is 0 where there are no candidates.
/// </summary>
internal sealed partial class DuoExams
{
    private static readonly string[] Who = ["MAN", "VROUW", "TOTAAL"];

    private readonly CsvTable _file;
    private readonly bool _withPercentages;
    private readonly int _school;
    private readonly int _profile;
    private readonly IReadOnlyList<string> _years;
    private readonly CellSystemBuilder _builder = new();
    private readonly List<CellView> _cells = [];
    private readonly List<string> _innerIds = [];

    private DuoExams(CsvTable file, bool withPercentages)
    {
        (_file, _withPercentages) = (file, withPercentages);
        (_school, _profile) = (file.Column("VESTIGINGSCODE"), file.Column("OPLEIDINGSNAAM"));
        _years = [.. file.Columns.Select(column => Candidates().Match(column)).Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct()];
        if (_years.Count == 0)
        {
            throw CliFault.NotDone($"{file.Name}:1: there is no column like 'EXAMENKANDIDATEN SCHOOLJAAR 2019-2020 - MAN'. Take the file of DUO as it is. [CSV_COLUMN_MISSING]");
        }
    }

    /// <summary>Reads the file. What is shown whole and adds up is left out.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="withPercentages">Whether the percentages are equations too.</param>
    /// <exception cref="CliFault">It cannot be used; a line for each fault.</exception>
    public static MaskedTable Read(CsvTable file, bool withPercentages) => new DuoExams(file, withPercentages).Read();

    private MaskedTable Read()
    {
        var years = _years.Select(year => (Year: year, Candidates: Places("EXAMENKANDIDATEN", year), Passed: Places("GESLAAGDEN", year), Rates: _withPercentages ? Places("SLAAGPERC", year) : [])).ToList();
        foreach (var row in _file.Rows())
        {
            foreach (var (year, candidates, passed, rates) in years)
            {
                var where = $"line {row.Line}, {row.Fields[_school]} {row.Fields[_profile]}, {year}";
                var (one, other) = (Views(row, candidates), Views(row, passed));
                var isEither = IsOpen(one) || IsOpen(other);
                var ofCandidates = isEither && (_withPercentages || IsOpen(one)) ? AddTriple($"{where}, EXAMENKANDIDATEN", one) : null;
                var ofPassed = isEither && (_withPercentages || IsOpen(other)) ? AddTriple($"{where}, GESLAAGDEN", other) : null;
                if (_withPercentages && ofCandidates is not null && ofPassed is not null)
                {
                    AddRates(row, where, ofCandidates, ofPassed, rates);
                }
            }
        }

        _file.ThrowIfFaulty();
        return new(_builder.Build(), _cells, new long?[_innerIds.Count], _innerIds);
    }

    private int[] Places(string measure, string year) => [.. Who.Select(who => _file.Column($"{measure} SCHOOLJAAR {year} - {who}"))];

    private CellView[] Views(CsvRecord row, int[] places) => [.. places.Select(place => ReadCount(row, place))];

    // Whether there is anything to be found: something is hidden, or does not add up.
    private static bool IsOpen(CellView[] views) =>
        Array.Exists(views, view => view.Visibility == Visibility.Hidden) || views[0].Value + views[1].Value != views[2].Value;

    private int[] AddTriple(string where, CellView[] views)
    {
        int[] inner = [AddInner($"{where}, MAN"), AddInner($"{where}, VROUW")];
        Add($"{where}, MAN", views[0], [inner[0]], [1]);
        Add($"{where}, VROUW", views[1], [inner[1]], [1]);
        Add($"{where}, TOTAAL", views[2], inner, [1, 1]);
        return inner;
    }

    // A rate of 66.7 says that the passed are from 66.65 to 66.75 in a hundred candidates: two sums that are not negative, each with an inner cell for what is over.
    private void AddRates(CsvRecord row, string where, int[] candidates, int[] passed, int[] rates)
    {
        for (var who = 0; who < Who.Length; who++)
        {
            if (!decimal.TryParse(row.Fields[rates[who]], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) || rate > 100 || rate * 10 % 1 != 0)
            {
                _file.Fault(row.Line, "RATE", $"{_file.Columns[rates[who]]} is '{row.Fields[rates[who]]}', which is no percentage with one decimal.");
                continue;
            }

            var parts = who < 2 ? [who] : new[] { 0, 1 };
            AddBound($"{where}, {Who[who]} at least {rate}% less a half", 2_000, parts.Select(part => passed[part]), 1 - (int)(20 * rate), parts.Select(part => candidates[part]));
            AddBound($"{where}, {Who[who]} at most {rate}% and a half", -2_000, parts.Select(part => passed[part]), (int)(20 * rate) + 1, parts.Select(part => candidates[part]));
        }
    }

    private void AddBound(string id, int perPassed, IEnumerable<int> passed, int perCandidate, IEnumerable<int> candidates)
    {
        var over = AddInner($"{id}: what is over");
        var terms = passed.Select(inner => (inner, perPassed)).Concat(candidates.Select(inner => (inner, perCandidate))).Append((over, -1)).OrderBy(term => term.Item1).ToList();
        Add(id, new(Visibility.Shown, 0), [.. terms.Select(term => term.Item1)], [.. terms.Select(term => term.Item2)]);
    }

    private CellView ReadCount(CsvRecord row, int place) => row.Fields[place] == "<5"
        ? new(Visibility.Hidden, null, Below: 5, IsProtected: true)
        : new(Visibility.Shown, _file.Count(row, place) ?? 0);

    private int AddInner(string id)
    {
        _innerIds.Add(id);
        return _builder.AddInner(new(null));
    }

    private void Add(string id, CellView view, int[] inner, int[] coefficients)
    {
        _builder.Add(new(id, view.Value ?? 0), inner, coefficients);
        _cells.Add(view);
    }

    [GeneratedRegex(@"^EXAMENKANDIDATEN SCHOOLJAAR (\d{4}-\d{4}) - MAN$")]
    private static partial Regex Candidates();
}
