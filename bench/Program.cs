using System.CommandLine;
using Regional.Bench;
using Regional.Bench.Reading;
using Regional.Bench.Writing;

var root = new RootCommand("Benchmarks of Regional. Each says what it does on standard error, and prints one JSON line last. Run with -c Release, on a machine that does nothing else.")
{
    Ingest.Sqlite(),
    Ingest.PostgreSql(),
    IngestUnary.Command(),
    Bell.Command(),
    Feed.Command(),
    Rebuild.Command(),
    Interceptors.Command(),
    Memory.Command(),
    Disclose.Command(),
};
return await root.Parse(args).InvokeAsync();
