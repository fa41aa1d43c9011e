using System.Globalization;
using Regional.Wire.Indicators.V1;
using Spectre.Console;
using Date = Regional.Wire.Types.Date;
using Table = Regional.Wire.Indicators.V1.Table;

namespace Regional.Cli.Tables;

/// <summary>A table of Indicators for people: no figure without what it is a share of, when that was counted, and what it means.</summary>
internal sealed class TableText
{
    private const string Hidden = "·";

    private readonly Table _table;
    private readonly IReadOnlyList<Figure> _figures;
    private readonly List<string> _teldata;

    private TableText(Table table)
    {
        _table = table;
        _figures = [.. table.Rows.Select(row => row.Figure ?? new())];
        _teldata = [.. _figures.Select(TeldatumOf).Where(teldatum => teldatum.Length > 0).Distinct()];
    }

    public static void Write(Table table, Terminal terminal)
    {
        var text = new TableText(table);
        terminal.Out.WriteLine(table.Title);
        terminal.Out.WriteLine(table.Name);
        terminal.Write(text.Rows(), terminal.Out);
        foreach (var line in text.Explanation())
        {
            terminal.Out.WriteLine(line);
        }
    }

    private Spectre.Console.Table Rows()
    {
        var columns = new List<(string Title, Func<Figure, Text> Cell)> { ("Pupils", Numerator), ("Out of", Denominator), ("Rate", Rate) };
        if (SharedDenominator is null && !HasColumnOfDenominators)
        {
            columns.Add(("Denominator", figure => Output.Text(figure.DenominatorLabel)));
        }

        if (_teldata.Count > 1)
        {
            columns.Add(("Teldatum", figure => Output.Text(FootnoteOf(figure))));
        }

        if (_figures.Any(figure => figure.Target is not null))
        {
            columns.Add(("Target", figure => Output.Text(TargetOf(figure))));
        }

        var rows = Output.Table([.. _table.Columns.Select(column => column.Title), .. columns.Select(column => column.Title)]);
        foreach (var (row, figure) in _table.Rows.Zip(_figures))
        {
            rows.AddRow([.. row.Labels.Select(label => Output.Text(label.Text.Length == 0 ? label.Code : label.Text)), .. columns.Select(column => column.Cell(figure))]);
        }

        return rows;
    }

    private IEnumerable<string> Explanation()
    {
        foreach (var reason in _figures.Where(IsHidden).Select(figure => figure.HiddenReason).Distinct())
        {
            yield return $"{Hidden} hidden: {(reason.Length == 0 ? "it could be traced to a child" : reason)}";
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"Definition {_table.Definition?.Id}, version {_table.Definition?.Version}: {_table.Definition?.Text}");
        yield return $"Counted {BasisOf(_table.Basis)}";
        if (SharedDenominator is { Length: > 0 } denominator)
        {
            yield return $"Denominator: {denominator}";
        }

        foreach (var (index, teldatum) in _teldata.Index())
        {
            yield return $"Teldatum{(_teldata.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" {index + 1}") : "")}: {teldatum}";
        }

        foreach (var figure in _figures.Where(figure => figure.Target is not null).DistinctBy(TargetOf))
        {
            yield return $"Target {TargetOf(figure)}, from: {figure.Target.Source}{(figure.Target.NamesDenominator ? "" : " (it names no denominator, so whether it is met is not judged)")}";
        }

        foreach (var note in _table.Notes)
        {
            yield return $"Note: {note}";
        }

        if (_table.Completeness is { } completeness)
        {
            var until = completeness.CompleteUntil is { } time ? string.Create(CultureInfo.InvariantCulture, $" until {time.ToDateTimeOffset():yyyy-MM-dd HH:mm:ss} UTC") : "";
            yield return $"Complete{until}: {completeness.Statement}";
        }
    }

    // What holds for every figure is said once, below the table: a column of it would leave the others no room.
    private string? SharedDenominator => _figures.Select(figure => figure.DenominatorLabel).Distinct().Take(2).ToList() is [var all] ? all : null;

    private bool HasColumnOfDenominators =>
        Enumerable.Range(0, _table.Columns.Count).Any(column => _table.Rows.All(row => row.Labels.Count > column && row.Labels[column].Text == row.Figure?.DenominatorLabel));

    private string FootnoteOf(Figure figure) =>
        TeldatumOf(figure) is { Length: > 0 } teldatum ? (_teldata.IndexOf(teldatum) + 1).ToString(CultureInfo.InvariantCulture) : "";

    private static Text Numerator(Figure figure) => IsHidden(figure) ? Right(Hidden) : figure.HasNumerator ? Output.Number(figure.Numerator) : Right("");

    private static Text Denominator(Figure figure) => figure.HasDenominator ? Output.Number(figure.Denominator) : Right("");

    private static Text Rate(Figure figure) => Right(IsHidden(figure) ? Hidden : figure.HasRate ? $"{Two(figure.Rate)} {Unit(figure.Per)}" : "");

    private static bool IsHidden(Figure figure) => figure.Status == FigureStatus.Hidden;

    // VO, PRO 2024-10-01; VSO "1 feb" (as the source prints it)
    private static string TeldatumOf(Figure figure) => string.Join("; ", figure.ReferenceDates
        .GroupBy(date => date.Date is { } day ? Day(day) : $"\"{date.SourceText}\" (as the source prints it)")
        .Select(dates => $"{string.Join(", ", dates.Select(date => date.Population))} {dates.Key}"));

    private static string TargetOf(Figure figure) => figure.Target is { } target
        ? $"{target.Operator} {Two(target.Value)} {Unit(figure.Per)}{(target.Year == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" in {target.Year}"))}"
        : "";

    private static string Day(Date day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-{day.Month:D2}-{day.Day:D2}");

    // By way of decimal, because 2.775 as a double lies just below itself and would become 2.77.
    private static string Two(double value) => decimal.Round((decimal)value, 2, MidpointRounding.AwayFromZero).ToString("N2", CultureInfo.InvariantCulture);

    private static string Unit(int per) => per switch
    {
        100 => "%",
        1_000 => "‰",
        _ => string.Create(CultureInfo.InvariantCulture, $"per {per:N0}"),
    };

    private static string BasisOf(Basis basis) => basis switch
    {
        Basis.Residence => "naar woonplaats: where pupils live",
        Basis.School => "naar school: where pupils are enrolled",
        _ => "in a way that this version of regional does not know",
    };

    private static Text Right(string text) => new(text) { Justification = Justify.Right };
}
