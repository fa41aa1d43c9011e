using System.CommandLine;
using Regional.Bench;

var quick = new Option<bool>("--quick") { Description = "A tenth of the work, for a first impression; the ratio is less steady." };
var ingest = new Command(
    "ingest-sqlite", "Pushes 200,000 signals over gRPC into Signalering on SQLite, against prepared INSERTs of the same rows in the same commits.")
{
    quick,
};
ingest.SetAction((parsed, cancellation) => IngestSqlite.Run(parsed.GetValue(quick), cancellation));
var disclose = new Command("disclose", "Decides which cells of sosialFiktiv (14,160) and of made-up school tables (2,877 to 84,861 cells) can be shown.");
disclose.SetAction((_, cancellation) => Task.FromResult(Disclose.Run(cancellation)));

var root = new RootCommand("Benchmarks of Regional. Each prints what it does on standard error, and one JSON line last. Run with -c Release.") { ingest, disclose };
return await root.Parse(args).InvokeAsync();
