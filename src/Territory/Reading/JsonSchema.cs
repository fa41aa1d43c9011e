using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Regional.Territory;

/// <summary>Checks a JSON document against the part of JSON Schema 2020-12 that the region schema uses, and finds every fault.</summary>
/// <remarks>A keyword that it does not know is refused at start: a rule that editors apply and this check ignores would be two truths.</remarks>
internal sealed class JsonSchema
{
    private static readonly HashSet<string> s_known =
    [
        "$schema", "$defs", "$ref", "title", "description", "type", "required", "additionalProperties", "properties",
        "items", "minItems", "minLength", "pattern", "enum", "minimum", "maximum", "format",
    ];

    private readonly JsonElement _root;
    private readonly Dictionary<string, Regex> _patterns = new(StringComparer.Ordinal);

    public JsonSchema(JsonElement root)
    {
        _root = root;
        RefuseUnknown(root);
    }

    /// <summary>The schema of a region file.</summary>
    public static JsonSchema OfRegion()
    {
        using var stream = typeof(JsonSchema).Assembly.GetManifestResourceStream("region.schema.json")!;
        using var document = JsonDocument.Parse(stream);
        return new(document.RootElement.Clone());
    }

    public void Check(JsonElement value, Location at, Findings findings) => Check(_root, value, at, findings);

    private void Check(JsonElement schema, JsonElement value, Location at, Findings findings)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = _root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
        }

        var type = schema.GetProperty("type").GetString()!;
        if (!IsOf(type, value))
        {
            findings.Add(at, "TYPE", $"This is {Described(value)}, and it must be {Described(type)}.", "Write it in the form that the schema asks for.");
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckObject(schema, value, at, findings);
                break;
            case JsonValueKind.Array:
                CheckArray(schema, value, at, findings);
                break;
            case JsonValueKind.String:
                CheckText(schema, value.GetString()!, at, findings);
                break;
            default:
                CheckNumber(schema, value.GetDecimal(), at, findings);
                break;
        }
    }

    private void CheckObject(JsonElement schema, JsonElement value, Location at, Findings findings)
    {
        var properties = schema.GetProperty("properties");
        foreach (var required in schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!))
        {
            if (!value.TryGetProperty(required, out _))
            {
                findings.Add(at, "PROPERTY_MISSING", $"'{required}' is missing.", $"Add '{required}'{Explained(properties.GetProperty(required))}.");
            }
        }

        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetProperty(property.Name, out var propertySchema))
            {
                Check(propertySchema, property.Value, at.Below(property.Name), findings);
            }
            else
            {
                var known = string.Join(", ", properties.EnumerateObject().Select(each => each.Name));
                findings.Add(
                    at.Below(property.Name), "PROPERTY_UNKNOWN", $"'{property.Name}' is not known here.",
                    $"Known are {known}. Check the spelling, capitals too.");
            }
        }
    }

    private void CheckArray(JsonElement schema, JsonElement value, Location at, Findings findings)
    {
        if (schema.TryGetProperty("minItems", out var least) && value.GetArrayLength() < least.GetInt32())
        {
            findings.Add(at, "TOO_FEW", $"There are {value.GetArrayLength()} items, and there must be at least {least.GetInt32()}.", "Add what is missing.");
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Check(schema.GetProperty("items"), item, at.Below(index++), findings);
        }
    }

    private void CheckText(JsonElement schema, string text, Location at, Findings findings)
    {
        if (schema.TryGetProperty("minLength", out var least) && text.Length < least.GetInt32())
        {
            findings.Add(at, "EMPTY", "The text is empty.", "Fill it.");
        }

        if (schema.TryGetProperty("pattern", out var pattern) && !PatternOf(pattern.GetString()!).IsMatch(text))
        {
            findings.Add(at, "PATTERN", $"'{text}' does not have the form {pattern.GetString()}.", schema.GetProperty("description").GetString()!);
        }

        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => word.GetString() == text))
        {
            findings.Add(at, "WORD", $"'{text}' is not known here.", $"Write {string.Join(" or ", words.EnumerateArray().Select(word => word.GetString()))}.");
        }

        if (schema.TryGetProperty("format", out _))
        {
            findings.ReadDate(at, text);
        }
    }

    private static void CheckNumber(JsonElement schema, decimal number, Location at, Findings findings)
    {
        var least = schema.TryGetProperty("minimum", out var minimum) ? minimum.GetDecimal() : decimal.MinValue;
        var most = schema.TryGetProperty("maximum", out var maximum) ? maximum.GetDecimal() : decimal.MaxValue;
        if (number < least || number > most)
        {
            var range = most == decimal.MaxValue ? $"{least} or more" : $"from {least} to {most}";
            findings.Add(at, "RANGE", string.Create(CultureInfo.InvariantCulture, $"{number} is out of range."), $"Write a number {range}.");
        }
    }

    // In .NET $ also matches before a last newline, in JSON Schema it does not.
    private Regex PatternOf(string pattern)
    {
        if (!_patterns.TryGetValue(pattern, out var regex))
        {
            regex = new(pattern.EndsWith('$') ? $"{pattern[..^1]}\\z" : pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            _patterns.Add(pattern, regex);
        }

        return regex;
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _),
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        _ => throw new InvalidOperationException($"The schema uses the type '{type}', which the check does not know."),
    };

    private static string Described(string type) => type switch
    {
        "object" => "an object in braces",
        "array" => "a list in brackets",
        "string" => "a text in quotes",
        "integer" => "a whole number",
        _ => "a number",
    };

    private static string Described(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => $"the number {value.GetRawText()}",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private string Explained(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = _root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
        }

        return schema.TryGetProperty("type", out var type) ? $", {Described(type.GetString()!)}" : "";
    }

    private static void RefuseUnknown(JsonElement schema)
    {
        if (schema.TryGetProperty("properties", out _) && !(schema.TryGetProperty("required", out _)
            && schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.False))
        {
            throw new InvalidOperationException("An object of the schema must say what it requires and be closed: additionalProperties false.");
        }

        if (schema.TryGetProperty("pattern", out _) && !schema.TryGetProperty("description", out _))
        {
            throw new InvalidOperationException("A pattern of the schema must have a description, which tells what to write.");
        }

        foreach (var keyword in schema.EnumerateObject())
        {
            if (!s_known.Contains(keyword.Name))
            {
                throw new InvalidOperationException($"The schema uses the keyword '{keyword.Name}', which the check does not know.");
            }

            switch (keyword.Name)
            {
                case "properties" or "$defs":
                    keyword.Value.EnumerateObject().ToList().ForEach(each => RefuseUnknown(each.Value));
                    break;
                case "items":
                    RefuseUnknown(keyword.Value);
                    break;
                default:
                    break;
            }
        }
    }
}
