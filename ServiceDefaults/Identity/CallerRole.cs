using Regional.Territory;

namespace Regional.ServiceDefaults.Identity;

/// <summary>In which role a call is made: that of a region's party, written like <c>school-board</c>, or <c>follower</c>.</summary>
public readonly record struct CallerRole : IWrittenValue<CallerRole>
{
    private readonly string? _text;

    /// <summary>The role of a region's party.</summary>
    public CallerRole(Role party)
        : this(EnumText.Of(party), party)
    {
    }

    private CallerRole(string text, Role? party) => (_text, Party) = (text, party);

    /// <summary>Another service of this deployment that follows a log; no party of a region has this role.</summary>
    public static CallerRole Follower { get; } = new("follower", null);

    /// <summary>The role as a region's parties have it; null for a role that none of them has.</summary>
    public Role? Party { get; }

    /// <inheritdoc/>
    public static bool TryParse(string? text, out CallerRole value, out string reason)
    {
        value = EnumText.TryParse<Role>(text, out var party, out _) ? new(party) : text == Follower._text ? Follower : default;
        var known = value != default;
        reason = known ? "" : $"A role is one of a few words. Write {string.Join(" or ", Enum.GetValues<Role>().Select(EnumText.Of).Append(Follower._text).Order(StringComparer.Ordinal))}.";
        return known;
    }

    /// <summary>The role as it is written in a token.</summary>
    public override string ToString() => _text ?? throw new InvalidOperationException("This role was never read.");
}
