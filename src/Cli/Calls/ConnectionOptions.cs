using System.CommandLine;

namespace Regional.Cli.Calls;

/// <summary>The options of every command that calls: where the service is, and as whom to call. Both are found while an AppHost runs.</summary>
/// <param name="service">The service, as the AppHost names it.</param>
/// <param name="port">Its port where the AppHost took no other, for an example.</param>
/// <param name="terminal">What the command has around it.</param>
internal sealed class ConnectionOptions(string service, int port, Terminal terminal)
{
    private const string None = "none";

    private readonly Option<Uri?> _address = new("--address")
    {
        Description = $"Where {service} speaks gRPC, like http://127.0.0.1:{port} [default: the running AppHost's]",
        HelpName = "uri",
        CustomParser = argument =>
        {
            if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            {
                return address;
            }

            argument.AddError($"--address: An address begins with http:// or https://. Write it like http://127.0.0.1:{port}.");
            return null;
        },
    };

    private readonly Option<string?> _token = new("--token")
    {
        Description = $"The token to call with; '{None}' calls without one [default: a development token of the running AppHost]",
        HelpName = "token",
        CustomParser = argument =>
        {
            // A variable of the shell that holds nothing, or a file with more than a token: as a header it would fail without a word on why.
            if (argument.Tokens[0].Value is { Length: > 0 } token && token.All(character => character is > ' ' and <= '~'))
            {
                return token;
            }

            argument.AddError($"--token: A token is one word of letters, digits and signs. Take one from the command token, or write {None} to call without one.");
            return null;
        },
    };

    private readonly StackOption _stack = new(terminal);

    public void AddTo(Command command)
    {
        command.Options.Add(_address);
        command.Options.Add(_token);
        _stack.AddTo(command);
    }

    public Connection Connect(ParseResult parsed) =>
        new(() => parsed.GetValue(_address) ?? _stack.Running(parsed, "name the service with --address").AddressOf(service));

    /// <summary>The bearer of the token that was given, or whoever calls without one; null when each call is to take a development token.</summary>
    public Sender? SenderGiven(ParseResult parsed) =>
        parsed.GetValue(_token) is { } token ? new(service, () => token == None ? null : token) : null;

    /// <summary>The identities to choose a development token from.</summary>
    public DevelopmentIdentities Identities(ParseResult parsed) =>
        DevelopmentIdentities.Of(_stack.Running(parsed, $"give a token with --token (--token {None} calls without one)"), terminal.Clock);
}
