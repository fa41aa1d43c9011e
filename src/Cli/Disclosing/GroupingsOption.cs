using System.CommandLine;

namespace Regional.Cli.Disclosing;

/// <summary>The option that says which columns group the members of a dimension.</summary>
internal sealed class GroupingsOption : Option<string[]>
{
    public GroupingsOption()
        : base("--grouping")
    {
        Description = "A column that groups the members of a dimension; repeat for each, they need not nest";
        HelpName = "dimension=column";
        Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.Split('=') is not [{ Length: > 0 }, { Length: > 0 }]))
            {
                result.AddError($"--grouping: '{token.Value}' is no grouping. Write it like region=fylke: the dimension, and the column that groups it.");
            }
        });
    }

    /// <summary>The groupings, of dimensions that are there.</summary>
    /// <exception cref="CliFault">The command line names no dimension, or one twice, or groups one that it does not name.</exception>
    public IReadOnlyList<GroupingOption> Read(ParseResult parsed, IReadOnlyList<string> dimensions)
    {
        var groupings = (parsed.GetValue(this) ?? []).Select(text => text.Split('=')).Select(parts => new GroupingOption(parts[0], parts[1])).ToList();
        if (dimensions.Count == 0)
        {
            throw CliFault.Usage("--dimension: a table is crossed by at least one column. Name it: --dimension region.");
        }

        if (groupings.Find(grouping => !dimensions.Contains(grouping.Dimension)) is { } lost)
        {
            throw CliFault.Usage($"--grouping: '{lost.Dimension}' is no dimension. Name it with --dimension too.");
        }

        return dimensions.Distinct().Count() == dimensions.Count ? groupings : throw CliFault.Usage("--dimension: a column is named twice. Name each once.");
    }
}
