using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Regional.Cli.Calls;
using Regional.Cli.CommandLine;
using Regional.ServiceDefaults.Identity;
using Regional.Territory;

namespace Regional.Cli.Commands;

/// <summary><c>regional token</c>: signs a token for a developer's own machine.</summary>
internal sealed class TokenCommand : CliCommand
{
    private readonly Option<MunicipalityCode?> _municipality = WrittenOption.Of<MunicipalityCode>("--municipality", "As the municipality of this code, like 0106");
    private readonly Option<RegionCode?> _region = WrittenOption.Of<RegionCode>("--region", "As the samenwerkingsverband of this region, like VO2201");
    private readonly Option<Caller?> _as = new("--as")
    {
        Description = "As anyone, participant or not: an OIN, a role and a unit",
        HelpName = "oin/role/unit",
        CustomParser = argument =>
        {
            if (argument.Tokens[0].Value.Split('/') is not [var number, { Length: > 0 } capacity, { Length: > 0 } unit])
            {
                argument.AddError("--as: Write an OIN, a role and a unit with slashes between, like 00000099000100106000/municipality/leerplicht.");
                return null;
            }

            if (Oin.TryParse(number, out var oin, out var reason) && CallerRole.TryParse(capacity, out var role, out reason))
            {
                return new(oin, role, unit, DevelopmentIdentities.Sub);
            }

            argument.AddError($"--as: {reason}");
            return null;
        },
    };

    private readonly Option<TimeSpan> _lifetime = new("--lifetime")
    {
        Description = "How long it is good, like 30s, 20m or 1h; at most 6h. Services take it 60 seconds longer, because clocks differ",
        HelpName = "time",
        DefaultValueFactory = _ => TimeSpan.FromHours(1),
        CustomParser = argument =>
        {
            if (SecondsOf(argument.Tokens[0].Value) is { } seconds and > 0 && seconds <= DevelopmentTokens.LongestLifetime.TotalSeconds)
            {
                return TimeSpan.FromSeconds(seconds);
            }

            argument.AddError("--lifetime: A lifetime is a whole number and s, m or h, from 1s to 6h. Write it like 1h.");
            return default;
        },
    };

    private readonly Option<string?> _keys = new("--keys") { Description = "The folder with the development keys [default: the running AppHost's]", HelpName = "folder" };
    private readonly StackOption _stack;
    private readonly Terminal _terminal;

    public TokenCommand(Terminal terminal)
        : base(
            "token",
            "Prints a development token, which the services of the AppHost on this machine take and no other does. Choose the bearer by --municipality, --region or --as.",
            new Example("regional token --municipality 0106", "Prints a token of the municipality of Assen"),
            new Example("regional token --region VO2201 --lifetime 6h --json", "Prints one of the samenwerkingsverband, with its bearer and its end"),
            new Example("regional token --as 00000099000100106000/school-board/verzuim", "Prints one of the same municipality in its other role"))
    {
        (_terminal, _stack) = (terminal, new(terminal));
        foreach (var option in (Option[])[_municipality, _region, _as, _lifetime, _keys])
        {
            Options.Add(option);
        }

        _stack.AddTo(this);

        Validators.Add(result =>
        {
            if (new Option[] { _municipality, _region, _as }.Count(option => result.GetResult(option) is not null) != 1)
            {
                result.AddError("Say once whose token it shall be: --municipality, --region or --as.");
            }
        });
        Runs((parsed, _) => Task.FromResult(Run(parsed)));
    }

    private ExitCode Run(ParseResult parsed)
    {
        var keys = parsed.GetValue(_keys) is { } named ? KeysIn(named) : _stack.Running(parsed, "name the folder with the keys with --keys").DevelopmentKeys;
        var tokens = DevelopmentTokens.Open(keys, _terminal.Clock);
        var caller = parsed.GetValue(_as)
            ?? DevelopmentIdentities.CallerFor(ParticipantOf(parsed, new(RegionFiles.Load(_stack.Regions(parsed, "say in full who it is with --as")))));
        var lifetime = parsed.GetValue(_lifetime);
        var token = tokens.Issue(caller, lifetime);
        _terminal.Out.WriteLine(WantsJson(parsed)
            ? JsonSerializer.Serialize(new { Token = token, As = caller.Identity, Expires = _terminal.Clock.GetUtcNow() + lifetime }, Output.Json)
            : token);
        return ExitCode.Done;
    }

    private Participant ParticipantOf(ParseResult parsed, Participants participants)
    {
        if (parsed.GetValue(_municipality) is { } municipality)
        {
            return participants.ForMunicipality(municipality)
                ?? throw CliFault.Usage($"--municipality: {municipality} takes part in no region here. Take one of {string.Join(", ", participants.Municipalities)}, or say in full who it is with --as.");
        }

        var region = parsed.GetRequiredValue(_region)!.Value;
        return participants.ForRegion(region)
            ?? throw CliFault.Usage($"--region: {region} has no samenwerkingsverband here. Take one of {string.Join(", ", participants.Regions)}, or say in full who it is with --as.");
    }

    // A folder without a key would get one, and no service would know it.
    private string KeysIn(string folder) => File.Exists(Path.Combine(_terminal.PathOf(folder), "issuer.pem"))
        ? _terminal.PathOf(folder)
        : throw CliFault.NotDone($"--keys: {folder} holds no issuer.pem. Name the folder that the services have as Identity:DevelopmentKeys.");

    // 90m. Wider than the number that is read, so that no hours are too many to be counted.
    private static long? SecondsOf(string text) => int.TryParse(text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? text[^1] switch
        {
            's' => number,
            'm' => 60L * number,
            'h' => 3_600L * number,
            _ => null,
        }
        : null;
}
