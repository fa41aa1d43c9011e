using Regional.Cli.Csv;
using Regional.Csv;
using Regional.Disclosure;

namespace Regional.Cli.Disclosing;

/// <summary>A column to cross, the columns that group it, and what was seen of them so far.</summary>
internal sealed class DimensionColumn(CsvTable file, string name, IReadOnlyList<string> groupings)
{
    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);
    private readonly List<GroupingColumn> _groupings = [.. groupings.Select(grouping => new GroupingColumn(grouping, file.Column(grouping), new(StringComparer.Ordinal)))];

    public int Column { get; } = file.Column(name);

    /// <summary>Takes a row in and gives its label, one string for all rows that have it.</summary>
    /// <param name="record">The row.</param>
    /// <param name="isMargin">Whether the row is a total; then it need not say in which groups its members are.</param>
    public string Take(CsvRecord record, bool isMargin)
    {
        var label = record.Fields[Column];
        if (label == Dimension.Total)
        {
            return Dimension.Total;
        }

        if (label.Length == 0)
        {
            file.Fault(record.Line, "EMPTY", $"{name} is empty. Name the member, also where it is 'unknown'.");
            return label;
        }

        if (label.Trim().Equals(Dimension.Total, StringComparison.OrdinalIgnoreCase))
        {
            file.Fault(record.Line, "TOTAL", $"{name} is '{label}'. A margin is written {Dimension.Total}; a member needs another name.");
        }

        if (!_members.TryGetValue(label, out var member))
        {
            member = label;
            _members.Add(label, label);
        }

        foreach (var grouping in _groupings.Where(grouping => !isMargin || record.Fields[grouping.Column].Length > 0))
        {
            Group(record, member, grouping);
        }

        return member;
    }

    /// <summary>Whether a row of a table with margins is one of a group: its member has no groups of its own.</summary>
    public bool IsGroup(CsvRecord record) => _groupings.Count > 0 && _groupings.TrueForAll(grouping => record.Fields[grouping.Column].Length == 0);

    public Dimension ToDimension()
    {
        foreach (var (member, grouping) in _groupings.SelectMany(grouping => _members.Keys.Where(member => !grouping.Groups.ContainsKey(member)), (grouping, member) => (member, grouping)).Take(1))
        {
            throw CliFault.NotDone($"{file.Name}: the member '{member}' of {name} has no group in {grouping.Name} on any line. [UNKNOWN_MEMBER]");
        }

        try
        {
            return new(name, _members.Keys, [.. _groupings.Select(grouping => new Grouping(grouping.Name, grouping.Groups.ToDictionary(pair => pair.Key, pair => pair.Value.Group)))]);
        }
        catch (ArgumentException fault)
        {
            throw CliFault.NotDone($"{file.Name}: {fault.Message} Give one of them another name. [HIERARCHY]");
        }
    }

    private void Group(CsvRecord record, string member, GroupingColumn grouping)
    {
        var group = record.Fields[grouping.Column];
        if (group.Length == 0)
        {
            file.Fault(record.Line, "UNKNOWN_MEMBER", $"the member '{member}' of {name} has no group in {grouping.Name}. Each member lies in exactly one.");
        }
        else if (!grouping.Groups.TryAdd(member, (group, record.Line)) && grouping.Groups[member] is var known && known.Group != group)
        {
            file.Fault(record.Line, "HIERARCHY", $"the member '{member}' of {name} is in {grouping.Name} '{group}' here and in '{known.Group}' on line {known.Line}. Each member lies in exactly one.");
        }
    }

    private sealed record GroupingColumn(string Name, int Column, Dictionary<string, (string Group, int Line)> Groups);
}
