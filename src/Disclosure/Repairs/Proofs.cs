namespace Regional.Disclosure.Repairs;

/// <summary>Which unknowns were found safe, each with the unknowns that the tables move which show it: it stays so as long as none of these is published.</summary>
internal sealed class Proofs
{
    private readonly Dictionary<int, int[]> _moved = [];

    /// <summary>What the tables move that show an unknown to be safe, ascending; null where none were found.</summary>
    public int[]? Of(int unknown) => _moved.GetValueOrDefault(unknown);

    /// <summary>Remembers the tables that were found for an unknown, in the place of others.</summary>
    public void Set(int unknown, IEnumerable<int> moved) => _moved[unknown] = [.. moved.Order()];

    public void Remove(int unknown) => _moved.Remove(unknown);

    /// <summary>The unknowns that are safe only as long as one is not published.</summary>
    public IEnumerable<int> RestingOn(int hidden) => _moved.Where(proof => Array.BinarySearch(proof.Value, hidden) >= 0).Select(proof => proof.Key);
}
