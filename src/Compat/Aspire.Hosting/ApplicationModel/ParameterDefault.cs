using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where a parameter's value comes from when it is not configured.</summary>
public abstract class ParameterDefault
{
    /// <summary>Gives a value.</summary>
    /// <returns>The value.</returns>
    public abstract string GetDefaultValue();
}

/// <summary>A random value, such as a password.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    private const string LowerCase = "abcdefghjkmnpqrstuvwxyz";
    private const string UpperCase = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private const string Digits = "0123456789";

    // Those that connection strings, URLs and shells leave alone.
    private const string Specials = "-_.";

    /// <summary>The value's length, at least 1; longer where the sum of the minima is.</summary>
    public int MinLength { get; set; }

    /// <summary>Whether it may hold lower-case letters.</summary>
    public bool Lower { get; set; } = true;

    /// <summary>Whether it may hold upper-case letters.</summary>
    public bool Upper { get; set; } = true;

    /// <summary>Whether it may hold digits.</summary>
    public bool Numeric { get; set; } = true;

    /// <summary>Whether it may hold other characters: <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    public bool Special { get; set; } = true;

    /// <summary>How many lower-case letters it holds at least.</summary>
    public int MinLower { get; set; }

    /// <summary>How many upper-case letters it holds at least.</summary>
    public int MinUpper { get; set; }

    /// <summary>How many digits it holds at least.</summary>
    public int MinNumeric { get; set; }

    /// <summary>How many other characters it holds at least.</summary>
    public int MinSpecial { get; set; }

    /// <inheritdoc/>
    /// <exception cref="DistributedApplicationException">No kind of character is allowed, or one is required that is not.</exception>
    public override string GetDefaultValue()
    {
        (string Characters, bool Allowed, int Least)[] kinds =
            [(LowerCase, Lower, MinLower), (UpperCase, Upper, MinUpper), (Digits, Numeric, MinNumeric), (Specials, Special, MinSpecial)];
        if (kinds.Any(kind => kind.Least > 0 && !kind.Allowed) || !kinds.Any(kind => kind.Allowed))
        {
            throw new DistributedApplicationException("A generated value needs a kind of character that it may not hold. Allow it, or require none of it.");
        }

        var value = string.Concat(kinds.Select(kind => RandomNumberGenerator.GetString(kind.Characters, kind.Least)));
        var any = string.Concat(kinds.Where(kind => kind.Allowed).Select(kind => kind.Characters));
        var all = (value + RandomNumberGenerator.GetString(any, Math.Max(1, MinLength - value.Length))).ToCharArray();
        RandomNumberGenerator.Shuffle(all.AsSpan());
        return new string(all);
    }
}
