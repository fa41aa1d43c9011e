using System.Text.Json;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Regional.Cli.Signals;

/// <summary>Says what is wrong with a line that cannot be read as a message: which field, and never what it holds.</summary>
internal static partial class LineDiagnosis
{
    private const string NoObject = "is no JSON object in braces";

    public static string Of(string text, MessageDescriptor message)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return OfObject(json.RootElement, message, "") ?? $"is no {message.FullName} in JSON";
        }
        catch (JsonException fault)
        {
            return $"is no JSON, from byte {(fault.BytePositionInLine ?? 0) + 1} of the line on";
        }
        catch (InvalidOperationException)
        {
            return "is no JSON: a name in it is half a character";
        }
    }

    private static string? OfObject(JsonElement json, MessageDescriptor message, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return path.Length == 0 ? NoObject : $"{path.TrimEnd('.')}: {NoObject}";
        }

        return json.EnumerateObject().Select(property => OfProperty(property, message, path)).FirstOrDefault(fault => fault is not null);
    }

    private static string? OfProperty(JsonProperty property, MessageDescriptor message, string path)
    {
        var field = message.Fields.InDeclarationOrder().FirstOrDefault(each => each.JsonName == property.Name || each.Name == property.Name);
        if (field is null)
        {
            // A name of letters is no number of a person. Anything else stays unsaid.
            return $"{path}{(PlainName().IsMatch(property.Name) ? property.Name : "(a field)")}: {message.FullName} has no such field";
        }

        if (field.FieldType == FieldType.Message && !field.IsRepeated && property.Value.ValueKind == JsonValueKind.Object
            && OfObject(property.Value, field.MessageType, $"{path}{field.JsonName}.") is { } inner)
        {
            return inner;
        }

        try
        {
            JsonParser.Default.Parse($"{{{property}}}", message);
            return null;
        }
        catch (Exception fault) when (fault is InvalidJsonException or InvalidProtocolBufferException)
        {
            return $"{path}{field.JsonName}: its value does not fit {Expected(field)}";
        }
    }

    private static string Expected(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Enum => $"{field.EnumType.Name}: use one of {string.Join(", ", field.EnumType.Values.Where(value => value.Number != 0).Select(value => value.Name))}",
        FieldType.Message => field.MessageType.FullName,
        FieldType.Bool => "true or false",
        FieldType.String => "a text in quotes",
        _ => "a whole number",
    };

    [GeneratedRegex(@"\A[A-Za-z_]{1,40}\z")]
    private static partial Regex PlainName();
}
