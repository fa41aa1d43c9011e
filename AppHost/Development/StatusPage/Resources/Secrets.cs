using System.Text.RegularExpressions;

namespace Regional.AppHost.Development.StatusPage.Resources;

/// <summary>Keeps secrets out of what is shown: rather a harmless value too many than a secret too few.</summary>
/// <remarks>
/// A secret is: the value of a parameter that is declared secret, wherever it stands; the value of a variable or argument whose name speaks of a
/// password, secret, token, key, credential or of headers; and in any text, what follows <c>password=</c> and the like, and the password in
/// <c>amqp://user:password@host</c>.
/// </remarks>
internal sealed partial class Secrets(DistributedApplicationModel model)
{
    /// <summary>What stands in a secret's place; it does not tell its length.</summary>
    public const string Mask = "••••••••";

    /// <summary>Whether a variable of that name holds a secret.</summary>
    public static bool IsNamedSecret(string name) => SecretName().IsMatch(name);

    /// <summary>A text without the secrets in it.</summary>
    public string Masked(string text)
    {
        foreach (var secret in Values())
        {
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        }

        return UserInfo().Replace(Assignment().Replace(text, Mask), Mask);
    }

    /// <summary>A command line without the secrets in it.</summary>
    public string MaskedCommand(string program, IEnumerable<string> arguments)
    {
        var words = new List<string> { program };
        var isSecret = false;
        foreach (var argument in arguments)
        {
            words.Add(isSecret ? Mask : Masked(argument));
            isSecret = argument.StartsWith('-') && !argument.Contains('=') && IsNamedSecret(argument); // --password x
        }

        return string.Join(' ', words.Select(word => word.Contains(' ') ? $"\"{word}\"" : word));
    }

    // The longest first: one may be a part of another.
    private IEnumerable<string> Values() => model.Resources.OfType<ParameterResource>().Where(parameter => parameter.Secret)
        .Select(ValueOf).OfType<string>().Where(value => value.Length > 0).OrderByDescending(value => value.Length);

    private static string? ValueOf(ParameterResource parameter)
    {
        try
        {
            return parameter.GetValueAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult(); // from memory: the AppHost has asked it at its start
        }
        catch (MissingParameterValueException)
        {
            return null;
        }
    }

    [GeneratedRegex("pass|pwd|secret|token|key|credential|headers", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex("""(?<=(?:pass(?:word|wd|phrase)?|pwd|secret|token|key|credential)"?\s*[=:]\s*|\bBearer\s+)(?:"[^"]*"|'[^']*'|[^\s;&][^;&]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"(?<=://[^/\s:@]*:)[^/\s@]+(?=@)")]
    private static partial Regex UserInfo();
}
