namespace Regional.Disclosure;

/// <summary>A cell as a sum of inner cells: the sum of coefficient times inner value over the entries.</summary>
/// <param name="inner">Indices of inner cells, ascending, each once.</param>
/// <param name="coefficients">One for each; never zero.</param>
public readonly ref struct Column(ReadOnlySpan<int> inner, ReadOnlySpan<int> coefficients)
{
    /// <summary>Indices of inner cells, ascending, each once.</summary>
    public ReadOnlySpan<int> Inner { get; } = inner;

    /// <summary>One for each inner cell; never zero.</summary>
    public ReadOnlySpan<int> Coefficients { get; } = coefficients;
}
