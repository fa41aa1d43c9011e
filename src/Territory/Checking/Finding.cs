namespace Regional.Territory;

/// <summary>A fault in the files of a region.</summary>
/// <param name="File">The file, as seen from the folder of regions: <c>VO2201/region.json</c>.</param>
/// <param name="Where">Where in the file: a JSON pointer, or a line and a column of a CSV file. Empty for the file as a whole.</param>
/// <param name="Rule">The id of the rule that is broken, <c>UNIT_MEMBER_TWICE</c>.</param>
/// <param name="Problem">What is wrong, in a sentence.</param>
/// <param name="Remedy">What to do about it, in a sentence.</param>
public sealed record Finding(string File, string Where, string Rule, string Problem, string Remedy)
{
    /// <summary>The finding on one line.</summary>
    public override string ToString() => $"{File}{(Where.Length == 0 ? "" : $" at {Where}")}: {Problem} {Remedy} [{Rule}]";
}

/// <summary>The files of the regions cannot be used as they are.</summary>
public sealed class BrokenRegionsException : Exception
{
    internal BrokenRegionsException(string folder, IReadOnlyList<Finding> findings)
        : base(Line(folder, findings)) => Findings = findings;

    /// <summary>Every fault that was found; at least one.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    // A service that cannot start prints this and nothing else, so it says where the rest is to be seen.
    private static string Line(string folder, IReadOnlyList<Finding> findings) => findings.Count == 1
        ? findings[0].ToString()
        : $"{findings[0]} And {findings.Count - 1} more; see them all with: dotnet run --project src/Cli -- region check {folder}";
}
