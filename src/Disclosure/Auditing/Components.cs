namespace Regional.Disclosure.Auditing;

/// <summary>Which unknowns hang together, and which of them cannot be: some of their equations do not add up.</summary>
internal sealed class Components
{
    private readonly int[] _asTold;
    private readonly int[] _asKnown;
    private readonly Bounds[] _outer;
    private readonly HashSet<int> _contradictory = [];
    private readonly HashSet<int> _withoutBase = [];
    private readonly HashSet<int> _broken = [];
    private readonly List<(IReadOnlyList<int> Unknowns, IReadOnlyList<int> Rows)> _contradictions = [];

    private Components(int[] asTold, int[] asKnown, Bounds[] outer) => (_asTold, _asKnown, _outer) = (asTold, asKnown, outer);

    /// <summary>What does not add up: the unknowns concerned, and the equations that cannot all hold.</summary>
    public IReadOnlyList<(IReadOnlyList<int> Unknowns, IReadOnlyList<int> Rows)> Contradictions => _contradictions;

    public static Components Of(Equations equations, Bounds[] told, Bounds[] outer, IReadOnlyCollection<int> contradictions)
    {
        var components = new Components(Joined(equations, told), Joined(equations, outer), outer);
        foreach (var group in contradictions.GroupBy(row => components.FirstAsTold(equations, told, row)))
        {
            components.AddContradiction([.. Enumerable.Range(0, outer.Length).Where(unknown => group.Key >= 0 && !told[unknown].IsFixed && components._asTold[unknown] == group.Key)], [.. group]);
            components._contradictory.Add(group.Key);
        }

        return components;
    }

    /// <summary>The number of an unknown's component.</summary>
    public int Of(int unknown) => _asKnown[unknown];

    /// <summary>The number of the component in which it was before anything was worked out.</summary>
    public int AsTold(int unknown) => _asTold[unknown];

    /// <summary>How many unknowns its component has.</summary>
    public int SizeOf(int unknown) => Sizes.GetValueOrDefault(_asKnown[unknown]);

    private Dictionary<int, int> Sizes => field ??= _asKnown.Where((_, unknown) => !_outer[unknown].IsFixed).CountBy(component => component).ToDictionary();

    public bool IsContradictory(int unknown) => _contradictory.Contains(_asTold[unknown]);

    /// <summary>Whether a point is known that satisfies the equations of the unknown's component.</summary>
    public bool HasBase(int unknown) => !_withoutBase.Contains(_asKnown[unknown]);

    /// <summary>Whether that point is whole.</summary>
    public bool HasWholeBase(int unknown) => HasBase(unknown) && !_broken.Contains(_asKnown[unknown]);

    /// <summary>The components that have anything unknown and may add up, each as its unknowns.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Unknowns() =>
        [.. Enumerable.Range(0, _outer.Length).Where(unknown => !_outer[unknown].IsFixed && !IsContradictory(unknown)).GroupBy(Of).Select(group => (IReadOnlyList<int>)[.. group])];

    /// <summary>Says what came of the search for a point.</summary>
    /// <param name="unknown">One of the component.</param>
    /// <param name="found">Whether there is one; null where the search was given up.</param>
    /// <param name="isWhole">Whether it is whole.</param>
    /// <param name="rows">The equations of the component.</param>
    public void SetBase(int unknown, bool? found, bool isWhole, IReadOnlyList<int> rows)
    {
        if (found is not true)
        {
            _withoutBase.Add(_asKnown[unknown]);
        }
        else if (!isWhole)
        {
            _broken.Add(_asKnown[unknown]);
        }

        if (found is false)
        {
            AddContradiction([.. Enumerable.Range(0, _outer.Length).Where(other => _asTold[other] == _asTold[unknown])], rows);
            _contradictory.Add(_asTold[unknown]);
        }
    }

    private void AddContradiction(IReadOnlyList<int> unknowns, IReadOnlyList<int> rows) => _contradictions.Add((unknowns, rows));

    private int FirstAsTold(Equations equations, Bounds[] told, int row)
    {
        foreach (var unknown in equations.Unknowns(row))
        {
            if (!told[unknown].IsFixed)
            {
                return _asTold[unknown];
            }
        }

        return -1 - row;
    }

    private static int[] Joined(Equations equations, Bounds[] bounds)
    {
        var parents = new int[bounds.Length];
        for (var unknown = 0; unknown < parents.Length; unknown++)
        {
            parents[unknown] = unknown;
        }

        for (var row = 0; row < equations.RowCount; row++)
        {
            var first = -1;
            foreach (var unknown in equations.Unknowns(row))
            {
                if (!bounds[unknown].IsFixed)
                {
                    first = first < 0 ? unknown : first;
                    parents[Root(parents, unknown)] = Root(parents, first);
                }
            }
        }

        for (var unknown = 0; unknown < parents.Length; unknown++)
        {
            parents[unknown] = Root(parents, unknown);
        }

        return parents;
    }

    private static int Root(int[] parents, int unknown)
    {
        while (parents[unknown] != unknown)
        {
            unknown = parents[unknown] = parents[parents[unknown]];
        }

        return unknown;
    }
}
