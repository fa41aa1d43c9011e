namespace Regional.Disclosure;

/// <summary>What an attacker knows beside the published cells. "Safe" means nothing until the level is named.</summary>
public enum KnowledgeLevel
{
    /// <summary>Every count is zero or more.</summary>
    A,

    /// <summary>As <see cref="A"/>, and a hidden cell is at least 1 wherever zeros are shown. Where zeros are protected, B is A.</summary>
    B,

    /// <summary>
    /// As <see cref="B"/>, and the symbol tells a primary cell, which lies under the threshold, from a secondary one: for tables of others, that print
    /// <c>&lt;5</c>. With one symbol C is B.
    /// </summary>
    C,

    /// <summary>
    /// As <see cref="B"/>, and the attacker knows all inner cells of one school, board or gemeente, the worst one for each cell: a reader of the
    /// publication who looks for its neighbours.
    /// </summary>
    D,
}
