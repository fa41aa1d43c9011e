namespace Aspire.Hosting.ApplicationModel;

/// <summary>The rule for the names of resources and of endpoints: they become parts of host names and of environment variables.</summary>
internal static class ModelName
{
    public static string Checked(string kind, string name)
    {
        var fault = name switch
        {
            "" => "is empty",
            { Length: > 64 } => "is longer than 64 characters",
            _ when !char.IsAsciiLetter(name[0]) => "does not begin with a letter",
            _ when !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') => "has a character other than an ASCII letter, a digit or a hyphen",
            _ when name.Contains("--", StringComparison.Ordinal) => "has two hyphens in a row",
            _ when name.EndsWith('-') => "ends with a hyphen",
            _ => null,
        };
        return fault is null ? name : throw new DistributedApplicationException($"The {kind} name '{name}' {fault}.");
    }
}
