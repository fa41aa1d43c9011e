using System.Globalization;
using Regional.Wire.Indicators.V1;
using Spectre.Console;
using Date = Regional.Wire.Types.Date;
using Table = Regional.Wire.Indicators.V1.Table;

namespace Regional.Cli.Tables;

/// <summary>A table of Indicators for people: no figure without what it is a share of, when that was counted, and what it means.</summary>
internal static class TableText
{
    private const string Hidden = "·";

    public static void Write(Table table, Terminal terminal)
    {
        var output = terminal.Out;
        output.WriteLine(table.Title);
        output.WriteLine(table.Name);
        terminal.Write(Rows(table), output);
        foreach (var reason in table.Rows.Where(row => IsHidden(row.Figure)).Select(row => row.Figure.HiddenReason).Distinct())
        {
            output.WriteLine($"{Hidden} hidden: {(reason.Length == 0 ? "it could be traced to a child" : reason)}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Definition {table.Definition?.Id}, version {table.Definition?.Version}: {table.Definition?.Text}"));
        output.WriteLine($"Counted {BasisOf(table.Basis)}");
        foreach (var (target, per) in table.Rows.Where(row => row.Figure?.Target is not null).Select(row => (row.Figure.Target, row.Figure.Per)).Distinct())
        {
            output.WriteLine($"Target {TargetOf(target, per)}: {target.Source}{(target.NamesDenominator ? "" : ". It names no denominator, so it is not judged here whether it is met")}");
        }

        foreach (var note in table.Notes)
        {
            output.WriteLine($"Note: {note}");
        }

        if (table.Completeness is { } completeness)
        {
            var until = completeness.CompleteUntil is { } time ? string.Create(CultureInfo.InvariantCulture, $" until {time.ToDateTimeOffset():yyyy-MM-dd HH:mm:ss} UTC") : "";
            output.WriteLine($"Complete{until}: {completeness.Statement}");
        }
    }

    private static Spectre.Console.Table Rows(Table table)
    {
        // A column that no figure has anything for would only make the others narrower.
        var hasDates = table.Rows.Any(row => row.Figure?.ReferenceDates.Count > 0);
        var hasTarget = table.Rows.Any(row => row.Figure?.Target is not null);
        var rows = Output.Table([.. table.Columns.Select(column => column.Title), "Pupils", "Out of", "Rate", .. Titles(hasDates, "Teldatum"), .. Titles(hasTarget, "Target")]);
        foreach (var row in table.Rows)
        {
            var figure = row.Figure ?? new();
            List<Text> cells = [.. row.Labels.Select(label => Output.Text(label.Text.Length == 0 ? label.Code : label.Text)), Numerator(figure), Denominator(figure), Rate(figure)];
            if (hasDates)
            {
                cells.Add(Output.Text(string.Join(", ", figure.ReferenceDates.Select(date => $"{date.Population} {DayOf(date)}".Trim()))));
            }

            if (hasTarget)
            {
                cells.Add(Output.Text(figure.Target is { } target ? TargetOf(target, figure.Per) : ""));
            }

            rows.AddRow(cells);
        }

        return rows;
    }

    private static IEnumerable<string> Titles(bool isShown, string title) => isShown ? [title] : [];

    private static Text Numerator(Figure figure) => IsHidden(figure) ? Right(Hidden) : figure.HasNumerator ? Output.Number(figure.Numerator) : Right("");

    private static Text Denominator(Figure figure) => Right(figure.HasDenominator
        ? string.Create(CultureInfo.InvariantCulture, $"{figure.Denominator:N0} {figure.DenominatorLabel}").TrimEnd()
        : figure.DenominatorLabel);

    private static Text Rate(Figure figure) => Right(IsHidden(figure) ? Hidden : figure.HasRate ? $"{Two(figure.Rate)} {Unit(figure.Per)}" : "");

    private static bool IsHidden(Figure? figure) => figure?.Status == FigureStatus.Hidden;

    private static string TargetOf(Target target, int per) =>
        $"{target.Operator} {Two(target.Value)} {Unit(per)}{(target.Year == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" in {target.Year}"))}";

    private static string DayOf(ReferenceDate date) => date.Date is { } day ? Day(day) : $"\"{date.SourceText}\" (as the source prints it)";

    private static string Day(Date day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year:D4}-{day.Month:D2}-{day.Day:D2}");

    private static string Two(double value) => value.ToString("N2", CultureInfo.InvariantCulture);

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
