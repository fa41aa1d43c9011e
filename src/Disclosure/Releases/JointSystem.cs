namespace Regional.Disclosure.Releases;

/// <summary>A draft and all that was released before it over the same pupils and period, as one system.</summary>
/// <remarks>
/// A count that was corrected is its old value plus a change, and changes are inner cells of their own. Where nothing changed an attacker is taken to know
/// that. What was published is public already; what was hidden must stay so; and the difference between a cell and an earlier one, if it is about few
/// pupils, may not be computable either: then the new figure is hidden, and the old one stands.
/// </remarks>
/// <param name="System">Earlier cells, cells of the draft, and their differences.</param>
/// <param name="Next">Index in the system of each cell of the draft.</param>
/// <param name="HiddenBefore">Indices in the system of all that an earlier release did not show, and of the cells of the draft of the same name.</param>
public sealed record JointSystem(CellSystem System, IReadOnlyList<int> Next, IReadOnlySet<int> HiddenBefore)
{
    /// <summary>Puts them together.</summary>
    /// <param name="earlier">Earlier releases, the first one first.</param>
    /// <param name="draft">What is to come out now.</param>
    /// <param name="threshold">k: differences about 1 to k - 1 pupils, those added and those removed taken together, are protected.</param>
    public static JointSystem Of(IReadOnlyList<Release> earlier, Draft draft, int threshold) => new Assembly(draft.System.Dimensions).Of(earlier, draft, threshold);

    private sealed class Assembly(IReadOnlyList<string> dimensions)
    {
        private readonly CellSystemBuilder _builder = new(dimensions);
        private readonly Dictionary<string, History> _histories = new(StringComparer.Ordinal);
        private readonly HashSet<int> _hiddenBefore = [];
        private readonly HashSet<string> _idsHiddenBefore = new(StringComparer.Ordinal);

        public JointSystem Of(IReadOnlyList<Release> earlier, Draft draft, int threshold)
        {
            var past = earlier.Select(AddEarlier).ToList();
            var next = Add(draft, cell => cell);
            _hiddenBefore.UnionWith(next.Where((_, cell) => _idsHiddenBefore.Contains(draft.System.Cells[cell].Id)));
            foreach (var release in past)
            {
                foreach (var cell in next)
                {
                    AddDifferences(release, cell, threshold);
                }
            }

            return new(_builder.Build(), next, _hiddenBefore);
        }

        private PastRelease AddEarlier(Release release)
        {
            var shown = release.Content.System.Cells.Where((_, cell) => release.Statuses[cell] == CellStatus.Published).Select(cell => cell.Id).ToHashSet(StringComparer.Ordinal);
            var cells = Add(release.Content, cell => cell with { Id = $"{release.Name}: {cell.Id}", IsPublicAlready = shown.Contains(cell.Id) });
            _hiddenBefore.UnionWith(cells.Where(cell => !_builder.CellAt(cell).IsPublicAlready));
            _idsHiddenBefore.UnionWith(release.Content.System.Cells.Select(cell => cell.Id).Where(id => !shown.Contains(id)));
            return new(release, cells, _builder);
        }

        private void AddDifferences(PastRelease past, int cell, int threshold)
        {
            foreach (var other in past.Compared(cell, threshold))
            {
                _builder.AddDifference(new($"{_builder.CellAt(cell).Id} less {_builder.CellAt(other).Id}", 0) { Labels = _builder.CellAt(cell).Labels }, cell, other);
            }
        }

        // The cells of a release over the inner cells of all: each inner cell is what it was when it first came, plus its changes since.
        private int[] Add(Draft content, Func<Cell, Cell> rename)
        {
            var parts = content.InnerIds.Select((id, inner) => PartsOf(id, content.System.InnerCells[inner].Count ?? throw new ArgumentException($"The count of inner cell {id} is not known.", nameof(content)))).ToList();
            var cells = new int[content.System.Cells.Count];
            for (var cell = 0; cell < cells.Length; cell++)
            {
                var column = content.System.ColumnOf(cell);
                var (inner, coefficients) = (new List<int>(), new List<int>());
                for (var i = 0; i < column.Inner.Length; i++)
                {
                    inner.AddRange(parts[column.Inner[i]]);
                    coefficients.AddRange(Enumerable.Repeat(column.Coefficients[i], parts[column.Inner[i]].Count));
                }

                var (keys, values) = (inner.ToArray(), coefficients.ToArray());
                Array.Sort(keys, values);
                cells[cell] = _builder.Add(rename(content.System.Cells[cell]), keys, values);
            }

            return cells;
        }

        private IReadOnlyList<int> PartsOf(string id, long count)
        {
            if (!_histories.TryGetValue(id, out var history))
            {
                history = new([_builder.AddInner(new(count))], count);
            }
            else if (history.Count != count)
            {
                history = new([.. history.Parts, _builder.AddInner(new(count - history.Count, MayBeNegative: true))], count);
            }

            _histories[id] = history;
            return history.Parts;
        }

        private sealed record History(IReadOnlyList<int> Parts, long Count);
    }

    private sealed class PastRelease(Release release, int[] cells, CellSystemBuilder builder)
    {
        // Inner cells from here on came later: changes of known ones, and members that were not there.
        private readonly int _innerCount = builder.InnerCount;
        private readonly Lazy<ILookup<int, int>> _cellsByInner = new(() => cells.SelectMany(cell => builder.ColumnOf(cell).Inner.ToArray().Select(inner => (inner, cell))).ToLookup(pair => pair.inner, pair => pair.cell));

        /// <summary>
        /// The earlier cells that a cell is compared with: the one of its name if it counts the same inner cells; where the area was redrawn, all with which it
        /// shares pupils and from which it differs by few.
        /// </summary>
        public IEnumerable<int> Compared(int cell, int threshold)
        {
            var inner = builder.ColumnOf(cell).Inner;
            if (release.Content.System.Find(builder.CellAt(cell).Id) is { } same && IsContinued(builder.ColumnOf(cells[same]).Inner, inner))
            {
                return [cells[same]];
            }

            return inner.ToArray().SelectMany(each => _cellsByInner.Value[each]).Distinct().Where(other => Math.Abs(builder.CellAt(other).Value - builder.CellAt(cell).Value) < threshold).Order().ToList();
        }

        private bool IsContinued(ReadOnlySpan<int> before, ReadOnlySpan<int> now) => now.StartsWith(before) && (now.Length == before.Length || now[before.Length] >= _innerCount);
    }
}
