namespace Regional.Faults.Tests;

/// <summary>How much of a fault: little at each commit, all of it in <c>eng/soak faults</c>.</summary>
internal static class Soak
{
    /// <summary>Whether the tests run in full.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("REGIONAL_SOAK") == "1";

    /// <summary>Skips a test that compares speeds: beside others that means nothing.</summary>
    public static void Only() => Assert.SkipUnless(IsOn, "Speed is compared in eng/soak faults only.");

    /// <summary>The full number in a soak, a small one elsewhere.</summary>
    public static int Or(this int full, int small) => IsOn ? full : small;
}
