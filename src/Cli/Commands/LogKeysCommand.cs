using System.CommandLine;
using System.Text.Json;
using Grpc.Core;
using Regional.Cli.Calls;
using Regional.Cli.CommandLine;
using Regional.EventLog.Receipts;
using Regional.Wire.Receipts.V1;

namespace Regional.Cli.Commands;

/// <summary><c>regional log keys</c>: prints the public keys with which a service signs receipts, and signed them before.</summary>
internal sealed class LogKeysCommand : CliCommand
{
    private readonly ConnectionOptions _call;
    private readonly Terminal _terminal;

    public LogKeysCommand(Terminal terminal)
        : base(
            "keys",
            "Prints the public keys of a service's receipts in PEM, each below its name. Fetch them once over a connection that you trust and keep them apart from the receipts.",
            new Example("regional log keys > keys.pem", "Keeps the keys of the running AppHost's Signalering"),
            new Example("regional log keys --address https://signalering.example:5101 --token \"$TOKEN\" --json", "Asks a service elsewhere, for a program"))
    {
        (_terminal, _call) = (terminal, new("signalering", 5101, terminal));
        _call.AddTo(this);
        Runs(Run);
    }

    private async Task<ExitCode> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var connection = _call.Connect(parsed);
        var sender = _call.SenderGiven(parsed) ?? AnyOf(_call.Identities(parsed));
        try
        {
            var client = new ReceiptKeysService.ReceiptKeysServiceClient(connection.As(sender));
            var deadline = _terminal.Clock.GetUtcNow().UtcDateTime + Connection.LongestCall;
            var keys = (await client.GetReceiptKeysAsync(new(), deadline: deadline, cancellationToken: cancellationToken)).Keys;
            _terminal.Out.Write(WantsJson(parsed)
                ? JsonSerializer.Serialize(new { Keys = keys.Select(key => new { key.KeyId, key.Signs, PublicKey = key.PublicKey.ToBase64() }) }, Output.Json) + "\n"
                : string.Concat(keys.Select(key => PublicKeys.Write(key.PublicKey.Span))));
            return ExitCode.Done;
        }
        catch (RpcException failed)
        {
            throw connection.Fault(failed);
        }
    }

    // They are for everyone who is known.
    private static Sender AnyOf(DevelopmentIdentities identities) => identities.Participants.Municipalities
        .Select(identities.SenderFor).FirstOrDefault() ?? throw CliFault.NotDone("No municipality takes part in a region here. Give a token with --token.");
}
