using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Regional.Cli;
using Regional.Cli.Csv;
using Regional.Cli.Disclosing;
using Regional.Disclosure;
using Regional.Disclosure.Auditing;
using Regional.Disclosure.Suppression;

namespace Regional.Bench;

/// <summary>How long it takes to decide which cells of a table can be shown, how that grows with the table, and how long an audit of the result takes.</summary>
internal static class Disclose
{
    // School table: gemeenten, neighbourhoods in each, schools in each, with a second attribute. 2,877 cells to 84,861.
    private static readonly (int Gemeenten, int Neighbourhoods, bool BySex)[] Sizes = [(10, 8, false), (10, 8, true), (20, 10, true), (40, 10, true), (40, 20, true)];

    public static Command Command()
    {
        var command = new Command("disclose", "Decides which cells of sosialFiktiv (14,160) and of made-up school tables (2,877 to 84,861 cells) can be shown.");
        command.SetAction((_, cancellation) => Task.FromResult(Run(cancellation)));
        return command;
    }

    private static int Run(CancellationToken cancellation)
    {
        var real = Read();
        var (realSeconds, pattern) = Best(real, new() { Threshold = 4 }, cancellation);
        Say($"sosialFiktiv: {real.Cells.Count:N0} cells, {Secondary(pattern):N0} secondary, {realSeconds:F2} s");

        var (auditSeconds, report) = Audited(pattern, cancellation);
        Say($"sosialFiktiv: audited in {auditSeconds:F2} s at level {report.Level}: {report.Cells.Count:N0} hidden, {report.Count(Verdict.Exact):N0} exact, {report.Count(Verdict.Narrow):N0} narrow, {report.Count(Verdict.Unproven):N0} unproven");

        var measured = new List<(int Cells, double Seconds)>();
        foreach (var (gemeenten, neighbourhoods, bySex) in Sizes)
        {
            var system = SyntheticSchools.Table(gemeenten, neighbourhoods, bySex);
            var (seconds, made) = Best(system, new(), cancellation);
            measured.Add((system.Cells.Count, seconds));
            Say($"synthetic: {system.Cells.Count:N0} cells, {Secondary(made):N0} secondary, {seconds:F2} s");
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "disclose",
            cells = real.Cells.Count,
            secondary = Secondary(pattern),
            pattern_seconds = Math.Round(realSeconds, 3),
            audit_seconds = Math.Round(auditSeconds, 1),
            largest_cells = measured[^1].Cells,
            largest_seconds = Math.Round(measured[^1].Seconds, 3),
            exponent = Math.Round(Math.Log(measured[^1].Seconds / measured[0].Seconds) / Math.Log((double)measured[^1].Cells / measured[0].Cells), 2),
            peak_mb = Math.Round(self.PeakWorkingSet64 / 1e6),
        }));
        return 0;
    }

    // The best of three: what disturbs a run only ever makes it longer. The first also compiles the code.
    private static (double Seconds, Pattern Pattern) Best(CellSystem system, ProtectionRules rules, CancellationToken cancellation)
    {
        var (best, pattern) = (double.MaxValue, default(Pattern));
        for (var i = 0; i < 3; i++)
        {
            var watch = Stopwatch.StartNew();
            var input = new SuppressionInput(
                PrimaryCells.Of(system, rules), [], CandidateOrder.Of(system, protectsZeros: false, new HashSet<int>()), SingletonRule.AnySum, ProtectsZeros: false);
            pattern = Elimination.Run(system, input, cancellation: cancellation);
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        return (best, pattern!);
    }

    // Both ends of the interval of every hidden cell; once, because it is long enough to be steady.
    private static (double Seconds, AuditReport Report) Audited(Pattern pattern, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var audit = Audit.Run(AttackerView.Of(pattern.Publication, KnowledgeLevel.B, protectsZeros: false), [], cancellation: cancellation);
        return (watch.Elapsed.TotalSeconds, audit.Report);
    }

    private static CellSystem Read()
    {
        using var file = CsvTable.Open(Path.Combine(AppContext.BaseDirectory, "data", "sosialFiktiv.csv.gz"), Terminal.OfProcess());
        return CountTable.Read(file, "ant", ["region", "hovedint", "mnd"], [new("region", "fylke"), new("region", "kostragr"), new("mnd", "mnd2")]).System;
    }

    private static int Secondary(Pattern pattern) => pattern.Publication.Statuses.Count(status => status == CellStatus.Secondary);

    private static void Say(string line) => Console.Error.WriteLine(line);
}
