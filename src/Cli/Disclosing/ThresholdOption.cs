using System.CommandLine;
using System.Globalization;

namespace Regional.Cli.Disclosing;

/// <summary>k: counts from 1 to one less than this are small.</summary>
internal sealed class ThresholdOption : Option<int?>
{
    public ThresholdOption(string description)
        : base("--threshold")
    {
        Description = description;
        HelpName = "number";
        CustomParser = argument =>
        {
            if (int.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var threshold) && threshold >= 1)
            {
                return threshold;
            }

            argument.AddError("--threshold: A threshold is a whole number of 1 or more; 1 hides no count for being small. Write it like 5.");
            return null;
        };
    }
}
