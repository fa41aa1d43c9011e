using System.CommandLine;

namespace Regional.Cli.Calls;

/// <summary>The two options of every command that calls: where the service is, and as whom to call. Both are found while an AppHost runs.</summary>
/// <param name="service">The service, as the AppHost names it.</param>
internal sealed class ConnectionOptions(string service)
{
    private const string None = "none";

    private readonly Option<Uri?> _address = new("--address")
    {
        Description = $"Where {service} speaks gRPC, like http://127.0.0.1:5101 [default: the running AppHost's]",
        HelpName = "uri",
        CustomParser = argument =>
        {
            if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            {
                return address;
            }

            argument.AddError("--address: An address begins with http:// or https://. Write it like http://127.0.0.1:5101.");
            return null;
        },
    };

    private readonly Option<string?> _token = new("--token")
    {
        Description = $"The token to call with; '{None}' calls without one [default: a development token of the running AppHost]",
        HelpName = "token",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_address);
        command.Options.Add(_token);
    }

    public Connection Connect(ParseResult parsed, Terminal terminal) =>
        new(parsed.GetValue(_address) ?? Stack.Running(terminal.Folder, "name the service with --address").AddressOf(service));

    /// <summary>The bearer of the token that was given, or whoever calls without one; null when each call is to take a development token.</summary>
    public Sender? SenderGiven(ParseResult parsed) =>
        parsed.GetValue(_token) is { } token ? new(service, () => token == None ? null : token) : null;

    /// <summary>The identities to choose a development token from.</summary>
    public static DevelopmentIdentities Identities(Terminal terminal) =>
        DevelopmentIdentities.Of(Stack.Running(terminal.Folder, $"give a token with --token (--token {None} calls without one)"), terminal.Clock);
}
