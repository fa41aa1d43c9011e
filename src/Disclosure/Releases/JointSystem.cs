using Regional.Disclosure.Suppression;

namespace Regional.Disclosure.Releases;

/// <summary>A draft and all that was released before it over the same pupils and period, as one system.</summary>
/// <remarks>
/// A count that was corrected is its old value plus a change, and changes are inner cells of their own. Where nothing changed an attacker is taken to know
/// that. What was published is public already; what was hidden must stay so; and the difference between a cell and an earlier one, if it is about few
/// pupils, may not be computable either: then the new figure is hidden, and the old one stands.
/// </remarks>
/// <param name="System">Earlier cells, cells of the draft, and their differences.</param>
/// <param name="Next">Index in the system of each cell of the draft.</param>
/// <param name="HiddenBefore">
/// Indices in the system of all that an earlier release did not show, and those of the draft that came before, as the same sum, and were never shown. A cell that was
/// shown once and hidden later, because its change was about few pupils, is no secret as such: its difference is.
/// </param>
public sealed record JointSystem(CellSystem System, IReadOnlyList<int> Next, IReadOnlySet<int> HiddenBefore)
{
    /// <summary>Puts them together.</summary>
    /// <param name="earlier">Earlier releases, the first one first.</param>
    /// <param name="draft">What is to come out now.</param>
    /// <param name="threshold">k: differences about 1 to k - 1 pupils, those added and those removed taken together, are protected.</param>
    public static JointSystem Of(IReadOnlyList<Release> earlier, Draft draft, int threshold) => new Assembly(draft.System.Dimensions).Of(earlier, draft, threshold);

    /// <summary>The cells that must not be computable: those that the rules say, and those that were hidden before.</summary>
    /// <remarks>
    /// Left out is what follows from earlier releases alone: no release can take it back. A cell of the draft that is primary by itself is never left out; if it
    /// follows from earlier releases, the draft cannot be made safe.
    /// </remarks>
    /// <param name="rules">When a cell's own value tells too much.</param>
    public IReadOnlyList<int> Primary(ProtectionRules rules)
    {
        var judged = PrimaryCells.Of(System, rules);
        List<int> primary = [.. HiddenBefore.Union(judged).Order()];
        var isOut = Elimination.Run(System, new(primary, Forced: [], Order: [], SingletonRule.None, ProtectsZeros: false)).Unsafe;
        return [.. primary.Except(isOut.Except(Next.Intersect(judged)))];
    }

    private sealed class Assembly(IReadOnlyList<string> dimensions)
    {
        private readonly CellSystemBuilder _builder = new(dimensions);
        private readonly Dictionary<string, History> _histories = new(StringComparer.Ordinal);
        private readonly HashSet<int> _hiddenBefore = [];

        public JointSystem Of(IReadOnlyList<Release> earlier, Draft draft, int threshold)
        {
            var past = new List<PastRelease>();
            foreach (var release in earlier)
            {
                var cells = AddEarlier(release);
                AddDifferences(past, release.Content, cells, threshold);
                past.Add(new(release, cells, _builder));
            }

            var next = Add(draft, (cell, _) => cell);
            foreach (var share in draft.System.Shares)
            {
                _builder.AddShare(new Share(next[share.Part], next[share.Whole], next[share.Rest]));
            }

            _hiddenBefore.UnionWith(next.Where((cell, i) => past.Select(release => release.Same(draft.System.Cells[i].Id, cell)).OfType<int>().ToList() is { Count: > 0 } same && same.TrueForAll(_hiddenBefore.Contains)).ToList());
            AddDifferences(past, draft, next, threshold);
            return new(_builder.Build(), next, _hiddenBefore);
        }

        private int[] AddEarlier(Release release)
        {
            var publication = new Publication(release.Content.System, release.Statuses);
            var cells = Add(release.Content, (cell, i) => cell with { Id = $"{release.Name}: {cell.Id}", IsPublicAlready = publication.Shows(i) });
            // A derivable cell is never shown; it was protected or of no concern.
            _hiddenBefore.UnionWith(cells.Where((_, i) => release.Statuses[i] != CellStatus.Published));
            return cells;
        }

        // Of earlier releases too: what comes out now may not tell a change that none of them told.
        private void AddDifferences(IReadOnlyList<PastRelease> past, Draft content, int[] cells, int threshold)
        {
            foreach (var release in past)
            {
                for (var i = 0; i < cells.Length; i++)
                {
                    foreach (var other in release.Compared(content.System.Cells[i].Id, cells[i], threshold))
                    {
                        AddDifference(cells[i], other, threshold);
                    }
                }
            }
        }

        private void AddDifference(int cell, int other, int threshold)
        {
            var (one, before) = (_builder.CellAt(cell), _builder.CellAt(other));
            if (_builder.Turnover(cell, other) is var turnover && turnover > 0 && turnover < threshold)
            {
                _builder.AddDifference(new($"{one.Id} less {before.Id}", 0) { Labels = one.Labels }, cell, other);
            }
        }

        // The cells of a release over the inner cells of all: each inner cell is what it was when it first came, plus its changes since.
        private int[] Add(Draft content, Func<Cell, int, Cell> rename)
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
                cells[cell] = _builder.Add(rename(content.System.Cells[cell], cell), keys, values);
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
                history = new([.. history.Parts, _builder.AddInner(new(count - history.Count, ChangeOf: history.Parts[0]))], count);
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

        /// <summary>The earlier cell of its name, if it counts the same inner cells but for changes since; else null.</summary>
        public int? Same(string id, int cell) =>
            release.Content.System.Find(id) is { } same && IsContinued(builder.ColumnOf(cells[same]).Inner, builder.ColumnOf(cell).Inner) ? cells[same] : null;

        /// <summary>
        /// The earlier cells that a cell is compared with: the same one; where the area was redrawn, all with which it shares pupils and from which it differs by
        /// few.
        /// </summary>
        public IEnumerable<int> Compared(string id, int cell, int threshold) => Same(id, cell) is { } same
            ? [same]
            : builder.ColumnOf(cell).Inner.ToArray().SelectMany(inner => _cellsByInner.Value[inner]).Distinct().Where(other => IsAlike(builder.CellAt(cell), builder.CellAt(other), threshold)).Order().ToList();

        // An area is compared with areas, not with kinds of pupils: all labels but one are the same. What differs in value by k differs by k pupils at least.
        private static bool IsAlike(Cell one, Cell other, int threshold) =>
            Math.Abs(one.Value - other.Value) < threshold && one.Labels.Zip(other.Labels).Count(pair => pair.First != pair.Second) <= 1;

        private bool IsContinued(ReadOnlySpan<int> before, ReadOnlySpan<int> now) => now.StartsWith(before) && (now.Length == before.Length || now[before.Length] >= _innerCount);
    }
}
