using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using Regional.Cli.CommandLine;
using Regional.Cli.Logs;
using Regional.ServiceDefaults.Refusals;

namespace Regional.Cli.Commands;

/// <summary><c>regional log restored</c>: says that a database was restored, where it cannot show it by itself.</summary>
internal sealed class LogRestoredCommand : CliCommand
{
    private readonly LogOptions _log;
    private readonly Terminal _terminal;

    public LogRestoredCommand(Terminal terminal)
        : base(
            "restored",
            "Begins a new epoch of the logs in a database that was restored from a backup, before the service is started on it: followers go on where their place still stands and stop where it does not, "
            + "and watches begin anew. Always for a SQLite file. On PostgreSQL the service notices by itself, except where a dump was restored over the same database or a base backup without recovery.",
            new Example("regional log restored --database .regional/data/signalering/signalering.db", "Says so of a file"),
            new Example("regional log restored --database /srv/regional/signalering", "Says so of the service's folder"))
    {
        (_terminal, _log) = (terminal, new(terminal));
        _log.AddTo(this);
        Runs((parsed, _) => Run(parsed));
    }

    private async Task<ExitCode> Run(ParseResult parsed)
    {
        var place = _log.Place(parsed);
        try
        {
            var epoch = await place.Restored();
            _terminal.Out.WriteLine(WantsJson(parsed)
                ? JsonSerializer.Serialize(new { Database = place.Name, Epoch = epoch }, Output.Json)
                : $"{place.Name}: its logs are in epoch {epoch} now. Start the service.");
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is StartupFaultException or DbException)
        {
            throw CliFault.NotDone(fault.Message.ReplaceLineEndings(" "));
        }
    }
}
