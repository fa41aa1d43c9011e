using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Regional.Cli;

/// <summary>The form that all results share.</summary>
internal static class Output
{
    /// <summary>JSON as the protobuf JSON of the contract has it: names in camelCase, and characters as themselves.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Table Table(params ReadOnlySpan<string> titles)
    {
        var table = new Table { Border = TableBorder.Simple, UseSafeBorder = true };
        foreach (var title in titles)
        {
            table.AddColumn(new TableColumn(Text(title)));
        }

        return table;
    }

    /// <summary>Text as it is; brackets in it are no markup.</summary>
    public static Text Text(string text) => new(text);

    /// <summary>A number at the right side of its column, with a comma between thousands.</summary>
    public static Text Number(long number) => new(number.ToString("N0", CultureInfo.InvariantCulture)) { Justification = Justify.Right };
}
