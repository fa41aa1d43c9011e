using System.Globalization;
using System.Text.RegularExpressions;
using Regional.AppHost.Development.StatusPage;

namespace Regional.AppHost.Tests;

public sealed partial class The_colours
{
    // WCAG 2.2, 1.4.3, level AA.
    private const double Enough = 4.5;

    [Theory]
    [InlineData("text")]
    [InlineData("muted")]
    [InlineData("accent")]
    [InlineData("good")]
    [InlineData("busy")]
    [InlineData("doubtful")]
    [InlineData("bad")]
    public void are_legible_in_light_and_in_dark(string text)
    {
        var colours = Colours();
        foreach (var ground in (string[])["ground", "surface"])
        {
            Assert.True(Contrast(colours[text].Light, colours[ground].Light) >= Enough, $"--{text} on --{ground}, light");
            Assert.True(Contrast(colours[text].Dark, colours[ground].Dark) >= Enough, $"--{text} on --{ground}, dark");
        }
    }

    private static Dictionary<string, (string Light, string Dark)> Colours()
    {
        using var file = new StreamReader(typeof(StatusSite).Assembly.GetManifestResourceStream("status.css")!);
        return Pair().Matches(file.ReadToEnd()).ToDictionary(match => match.Groups[1].Value, match => (match.Groups[2].Value, match.Groups[3].Value));
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToList();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    [GeneratedRegex(@"--(\w+): light-dark\(#(\w{6}), #(\w{6})\)")]
    private static partial Regex Pair();
}
