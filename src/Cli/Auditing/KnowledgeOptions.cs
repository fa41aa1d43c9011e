using System.CommandLine;
using Regional.Disclosure;
using Regional.Disclosure.Auditing;

namespace Regional.Cli.Auditing;

/// <summary>The options that say what an attacker knows beside what is published.</summary>
internal sealed class KnowledgeOptions
{
    private readonly Option<KnowledgeLevel?> _level = new("--level")
    {
        Description = "What the attacker knows: A counts are 0 or more; B also that a hidden one is 1 or more, where zeros are shown; C also what a sign of its own tells; D as B, and all of one unit of --known [default: B; C with --format]",
        HelpName = "A|B|C|D",
        CustomParser = argument =>
        {
            if (argument.Tokens[0].Value is [>= 'A' and <= 'D'] and var level)
            {
                return Enum.Parse<KnowledgeLevel>(level);
            }

            argument.AddError("--level: A level is A, B, C or D. Write it like B.");
            return null;
        },
    };

    private readonly Option<string?> _known = new("--known") { Description = "With --level D: the dimension of which the attacker knows one unit, whichever tells him most", HelpName = "dimension" };

    public void AddTo(Command command)
    {
        command.Options.Add(_level);
        command.Options.Add(_known);
    }

    /// <summary>The level that the command line names.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="default">The level where it names none.</param>
    /// <exception cref="CliFault">Level D without a dimension, or a dimension without it.</exception>
    public KnowledgeLevel Level(ParseResult parsed, KnowledgeLevel @default)
    {
        var level = parsed.GetValue(_level) ?? @default;
        return (level == KnowledgeLevel.D) == parsed.GetValue(_known) is not null
            ? level
            : throw CliFault.Usage("--level D and --known go together: name the dimension of which the attacker knows one unit, like --known school.");
    }

    /// <summary>Who the attacker may be.</summary>
    /// <exception cref="CliFault">There is no such dimension.</exception>
    public IReadOnlyList<Insider> Insiders(ParseResult parsed, CellSystem system)
    {
        if (parsed.GetValue(_known) is not { } known)
        {
            return [];
        }

        return system.Dimensions.ToList().IndexOf(known) is >= 0 and var dimension
            ? Insider.Of(system, dimension)
            : throw CliFault.Usage($"--known: '{known}' is no dimension. There are: {string.Join(", ", system.Dimensions)}.");
    }
}
