using System.Runtime.InteropServices;

namespace Regional.Disclosure;

/// <summary>Puts a system together, cell by cell.</summary>
/// <remarks>What it is given wrongly is a fault of the calling code; who reads files says so to the user before.</remarks>
/// <param name="dimensions">Names of the dimensions that the labels of the cells follow.</param>
public sealed class CellSystemBuilder(params IReadOnlyList<string> dimensions)
{
    private readonly List<InnerCell> _innerCells = [];
    private readonly List<Cell> _cells = [];
    private readonly List<Share> _shares = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _inner = [];
    private readonly List<int> _coefficients = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);

    /// <summary>How many inner cells there are so far.</summary>
    public int InnerCount => _innerCells.Count;

    /// <summary>Adds an inner cell and gives its index.</summary>
    public int AddInner(InnerCell cell)
    {
        _innerCells.Add(cell);
        return _innerCells.Count - 1;
    }

    /// <summary>Adds the plain sum of some inner cells and gives its index.</summary>
    /// <exception cref="ArgumentException">As <see cref="Add(Cell, ReadOnlySpan{int}, ReadOnlySpan{int})"/>.</exception>
    public int Add(Cell cell, ReadOnlySpan<int> inner)
    {
        var ones = inner.Length <= 1024 ? stackalloc int[inner.Length] : new int[inner.Length];
        ones.Fill(1);
        return Add(cell, inner, ones);
    }

    /// <summary>Adds a cell and gives its index.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="inner">Indices of inner cells, ascending, each once.</param>
    /// <param name="coefficients">One for each; not zero.</param>
    /// <exception cref="ArgumentException">The id is taken, or the entries are not as said.</exception>
    public int Add(Cell cell, ReadOnlySpan<int> inner, ReadOnlySpan<int> coefficients)
    {
        if (inner.Length != coefficients.Length || coefficients.Contains(0))
        {
            throw new ArgumentException($"Cell {cell.Id}: each inner cell has one coefficient, which is not zero.", nameof(coefficients));
        }

        for (var i = 0; i < inner.Length; i++)
        {
            if (inner[i] <= (i == 0 ? -1 : inner[i - 1]) || inner[i] >= _innerCells.Count)
            {
                throw new ArgumentException($"Cell {cell.Id}: inner cells are named in ascending order, each once, and are added before.", nameof(inner));
            }
        }

        if (!_byId.TryAdd(cell.Id, _cells.Count))
        {
            throw new ArgumentException($"There is a cell {cell.Id} already.", nameof(cell));
        }

        _cells.Add(cell);
        _inner.AddRange(inner);
        _coefficients.AddRange(coefficients);
        _starts.Add(_inner.Count);
        return _cells.Count - 1;
    }

    /// <summary>
    /// Says that one cell is part of another and readable as a percentage of it. What is left of the whole without the part becomes a derivable cell: small,
    /// it tells as much as a small part; zero, it tells that all of them are in the part.
    /// </summary>
    /// <param name="part">Index of the part.</param>
    /// <param name="whole">Index of the whole, another cell.</param>
    public void AddShare(int part, int whole)
    {
        var rest = new Cell($"{_cells[whole].Id} without {_cells[part].Id}", 0)
        {
            Labels = _cells[whole].Labels,
            IsPublicAlready = _cells[whole].IsPublicAlready && _cells[part].IsPublicAlready,
            Discloses = _cells[part].Discloses.HasFlag(Disclosing.All) ? Disclosing.Zero : Disclosing.Nothing,
        };
        AddShare(new Share(part, whole, AddDifference(rest, whole, part)));
    }

    internal void AddShare(Share share) => _shares.Add(share);

    /// <summary>Adds what is left of a cell without another, as a derivable cell, and gives its index.</summary>
    /// <param name="cell">What is to be known of it; kind and value follow from the two.</param>
    /// <param name="from">Index of the one.</param>
    /// <param name="without">Index of the other.</param>
    public int AddDifference(Cell cell, int from, int without)
    {
        var (inner, coefficients) = Difference(from, without);
        return Add(cell with { Kind = CellKind.Derivable, Value = _cells[from].Value - _cells[without].Value }, inner, coefficients);
    }

    internal Cell CellAt(int cell) => _cells[cell];

    internal Column ColumnOf(int cell)
    {
        var (start, length) = (_starts[cell], _starts[cell + 1] - _starts[cell]);
        return new(CollectionsMarshal.AsSpan(_inner).Slice(start, length), CollectionsMarshal.AsSpan(_coefficients).Slice(start, length));
    }

    // As of a cell that is the difference.
    internal long? Turnover(int from, int without)
    {
        var (inner, coefficients) = Difference(from, without);
        return CellSystem.Turnover(new(inner, coefficients), _innerCells);
    }

    private (int[] Inner, int[] Coefficients) Difference(int from, int without)
    {
        Column a = ColumnOf(from), b = ColumnOf(without);
        var (inner, coefficients) = (new List<int>(), new List<int>());
        for (int i = 0, j = 0; i < a.Inner.Length || j < b.Inner.Length;)
        {
            var next = Math.Min(i < a.Inner.Length ? a.Inner[i] : int.MaxValue, j < b.Inner.Length ? b.Inner[j] : int.MaxValue);
            var coefficient = i < a.Inner.Length && a.Inner[i] == next ? a.Coefficients[i++] : 0;
            coefficient -= j < b.Inner.Length && b.Inner[j] == next ? b.Coefficients[j++] : 0;
            if (coefficient != 0)
            {
                inner.Add(next);
                coefficients.Add(coefficient);
            }
        }

        return ([.. inner], [.. coefficients]);
    }

    /// <summary>The system of all that was added.</summary>
    public CellSystem Build() => new(dimensions, [.. _innerCells], [.. _cells], [.. _shares], [.. _starts], [.. _inner], [.. _coefficients], _byId);
}
