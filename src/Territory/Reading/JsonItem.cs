using System.Text.Json;

namespace Regional.Territory;

/// <summary>An object of a region file that the schema has passed, so that what it requires is there in the right type.</summary>
internal readonly record struct JsonItem(JsonElement Element, Location At, Findings Findings)
{
    public string Text(string name) => Element.GetProperty(name).GetString()!;

    public string? OptionalText(string name) => Element.TryGetProperty(name, out var value) ? value.GetString() : null;

    public int? OptionalNumber(string name) => Element.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    public T? Value<T>(string name)
        where T : struct, IWrittenValue<T> => Findings.Read<T>(At.Below(name), Text(name));

    public T? OptionalValue<T>(string name)
        where T : struct, IWrittenValue<T> => Element.TryGetProperty(name, out _) ? Value<T>(name) : null;

    public T? Word<T>(string name)
        where T : struct, Enum => Findings.ReadWord<T>(At.Below(name), Text(name));

    public IReadOnlyList<string> Texts(string name) =>
        Element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(each => each.GetString()!)] : [];

    public IReadOnlyList<Located<T>> Values<T>(string name)
        where T : struct, IWrittenValue<T>
    {
        var values = new List<Located<T>>();
        var texts = Texts(name);
        for (var i = 0; i < texts.Count; i++)
        {
            var at = At.Below(name).Below(i);
            if (Findings.Read<T>(at, texts[i]) is { } value)
            {
                values.Add(new(value, at));
            }
        }

        return values;
    }

    public Period? Period() => Findings.ReadPeriod(At, Date("from"), Date("until"));

    private DateOnly? Date(string name) => OptionalText(name) is { } text ? Findings.ReadDate(At.Below(name), text) : null;
}
