namespace Regional.Disclosure;

/// <summary>
/// One attribute: its members, and any number of groupings of them. Groupings need not nest in each other: schools by the gemeente in which they lie and
/// schools by board are two groupings of one attribute, not two attributes.
/// </summary>
public sealed class Dimension
{
    /// <summary>The label of all members together.</summary>
    public const string Total = "Total";

    private readonly Dictionary<string, int> _indexOfMember;

    /// <param name="name">The attribute.</param>
    /// <param name="members">Its members, each once, in any order.</param>
    /// <param name="groupings">What its members are grouped by.</param>
    /// <exception cref="ArgumentException">A label means two different sets of members, a member comes twice or is in no group.</exception>
    public Dimension(string name, IEnumerable<string> members, params IReadOnlyList<Grouping> groupings)
    {
        (Name, Groupings) = (name, groupings);
        // In the order of the labels, whatever order they came in: so the same table always gives the same pattern.
        Members = [.. members.Order(StringComparer.Ordinal)];
        _indexOfMember = Members.Select((member, index) => (member, index)).ToDictionary(pair => pair.member, pair => pair.index, StringComparer.Ordinal);
        Categories = [.. CategoriesByLabel().Values];
    }

    /// <summary>The attribute.</summary>
    public string Name { get; }

    /// <summary>The finest parts, in the order of their labels.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>What the members are grouped by.</summary>
    public IReadOnlyList<Grouping> Groupings { get; }

    /// <summary>All that a table can show of it: the total, then the groups of each grouping, then the members.</summary>
    public IReadOnlyList<Category> Categories { get; }

    /// <summary>The index of a member; null when there is none of that label.</summary>
    public int? IndexOf(string member) => _indexOfMember.TryGetValue(member, out var index) ? index : null;

    private OrderedDictionary<string, Category> CategoriesByLabel()
    {
        var categories = new OrderedDictionary<string, Category>(StringComparer.Ordinal);
        Add(new(Total, [Total], [.. Enumerable.Range(0, Members.Count)]));
        foreach (var grouping in Groupings)
        {
            var groups = Members.Select((member, index) => (Group: grouping.GroupOf(member), index)).ToLookup(pair => pair.Group, pair => pair.index);
            foreach (var group in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
            {
                Add(new(group.Key, [grouping.Name], [.. group]));
            }
        }

        for (var i = 0; i < Members.Count; i++)
        {
            Add(new(Members[i], [Name], [i]));
        }

        return categories;

        void Add(Category category)
        {
            // A gemeente with one school of the same name, or a grouping that repeats another's group, is one category on several levels.
            if (!categories.TryGetValue(category.Label, out var known))
            {
                categories.Add(category.Label, category);
            }
            else if (known.Members.SequenceEqual(category.Members))
            {
                categories[category.Label] = known with { Levels = [.. known.Levels, .. category.Levels] };
            }
            else
            {
                throw new ArgumentException($"In dimension '{Name}' the label '{category.Label}' means two sets of members: one as {known.Levels[0]}, another as {category.Levels[0]}.");
            }
        }
    }
}

/// <summary>A way to group the members of a dimension: each member lies in exactly one group.</summary>
/// <param name="Name">What it groups by.</param>
/// <param name="Groups">The group of each member.</param>
public sealed record Grouping(string Name, IReadOnlyDictionary<string, string> Groups)
{
    internal string GroupOf(string member) =>
        Groups.TryGetValue(member, out var group) ? group : throw new ArgumentException($"Member '{member}' has no group in '{Name}'.");
}

/// <summary>One line of a table in one dimension.</summary>
/// <param name="Label">What is printed for it; unique in its dimension.</param>
/// <param name="Levels">Where it stands: <see cref="Dimension.Total"/>, the name of a grouping, or the name of the dimension for a member.</param>
/// <param name="Members">Indices of the members that it takes together, ascending.</param>
public sealed record Category(string Label, IReadOnlyList<string> Levels, IReadOnlyList<int> Members);
