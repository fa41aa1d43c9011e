namespace Regional.Disclosure.Suppression;

/// <summary>What the elimination is to decide.</summary>
/// <param name="Primary">Indices of the cells that must not be computable.</param>
/// <param name="Forced">Indices of the outputs that are published whatever follows; those that are public already are so without being named.</param>
/// <param name="Order">Indices of the outputs, first to publish first; forced and primary ones may be among them.</param>
/// <param name="Singletons">What is done about inner cells of the least count.</param>
/// <param name="ProtectsZeros">Whether zeros are hidden; then they are the singletons.</param>
public sealed record SuppressionInput(
    IReadOnlyCollection<int> Primary, IReadOnlyCollection<int> Forced, IReadOnlyList<int> Order, SingletonRule Singletons, bool ProtectsZeros);

/// <summary>What became of the cells.</summary>
/// <param name="Publication">The status of each.</param>
/// <param name="Unsafe">Indices of primary cells that follow from the forced ones, and so cannot be protected; ascending.</param>
public sealed record Pattern(Publication Publication, IReadOnlyList<int> Unsafe);
