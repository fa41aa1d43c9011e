namespace Regional.Disclosure.Suppression;

/// <summary>What is done about inner cells whose value is known from their being there at all: a hidden count of 1 is the least that a hidden count can be.</summary>
public enum SingletonRule
{
    /// <summary>
    /// No sum of singletons may be computable: three hidden cells that add up to 3 are 1, 1, 1. One difference between singletons is let through for each,
    /// because it tells nothing by itself.
    /// </summary>
    AnySum,

    /// <summary>No rule: safe against linear combinations only.</summary>
    None,
}
