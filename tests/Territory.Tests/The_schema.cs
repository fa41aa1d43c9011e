using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Regional.Territory.Tests;

public sealed class The_schema
{
    private static readonly JsonNode s_schema = JsonNode.Parse(File.ReadAllText(Path.Combine(RealRegions.Folder, "region.schema.json")))!;

    public static TheoryData<string> Regions => ["VO2201", "PO3008"];

    [Theory]
    [MemberData(nameof(Regions))]
    public void is_the_one_that_the_check_enforces_property_by_property(string region)
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(RealRegions.Folder, region, "region.json")))!.AsObject();
        var places = new List<(JsonObject Value, JsonObject Schema, string At)>();
        Visit(root, s_schema.AsObject(), "", places);

        foreach (var (value, schema, at) in places)
        {
            value["surplus"] = true;
            Assert.Equal([$"{at}/surplus PROPERTY_UNKNOWN"], Check(root));
            value.Remove("surplus");

            foreach (var required in schema["required"]!.AsArray().Select(name => name!.GetValue<string>()))
            {
                var held = value[required];
                value.Remove(required);
                Assert.Equal([$"{at} PROPERTY_MISSING"], Check(root));
                value[required] = held;
            }
        }

        Assert.Empty(Check(root));
        Assert.True(places.Count > 40, "The schema was hardly walked.");
    }

    [Theory]
    [InlineData("VO2201\n")]
    [InlineData("xVO2201")]
    public void matches_a_pattern_to_the_whole_text(string code) => Assert.Equal(["/code PATTERN"], Check(Edited(root => root["code"] = code)));

    [Fact]
    public void has_the_same_words_as_the_code()
    {
        Assert.Equal(Words<Role>(), Enum("role"));
        Assert.Equal(Words<HolidayRegion>(), Sorted(s_schema["properties"]!["holidayRegion"]!["enum"]!));
        Assert.Equal(Words<Membership>(), Enum("drawing", "membership"));
        Assert.Equal(Words<GrondslagKind>(), Enum("grondslag", "kind"));
        Assert.Equal(Words<Bound>(), Enum("target", "bound"));
        Assert.Equal(Words<Measure>(), Enum("target", "measure"));
    }

    [Fact]
    public void has_the_same_forms_as_the_code()
    {
        Agree<RegionCode>(s_schema["properties"]!["code"]!, "VO2201");
        Agree<MunicipalityCode>(s_schema["$defs"]!["municipalityCode"]!, "0106");
        Agree<BoardNumber>(s_schema["$defs"]!["participant"]!["properties"]!["board"]!, "10053");
        Agree<Oin>(s_schema["$defs"]!["participant"]!["properties"]!["oin"]!, "00000099000100106000");
    }

    [Fact]
    public void is_refused_with_a_keyword_that_the_check_does_not_know()
    {
        using var schema = JsonDocument.Parse("""
            {
              "type": "object", "required": [], "additionalProperties": false,
              "properties": { "a": { "type": "array", "items": { "type": "string" }, "uniqueItems": true } }
            }
            """);

        Assert.Contains("uniqueItems", Assert.Throws<InvalidOperationException>(() => new JsonSchema(schema.RootElement)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void is_refused_with_an_object_that_is_open()
    {
        using var schema = JsonDocument.Parse("""{ "type": "object", "properties": {}, "required": [] }""");

        Assert.Throws<InvalidOperationException>(() => new JsonSchema(schema.RootElement));
    }

    private static JsonObject Edited(Action<JsonObject> edit) =>
        JsonNode.Parse(RegionsCopy.Json(edit)(File.ReadAllText(Path.Combine(RealRegions.Folder, "VO2201", "region.json"))))!.AsObject();

    private static List<string> Check(JsonObject root)
    {
        using var document = JsonDocument.Parse(root.ToJsonString());
        var findings = new Findings();
        JsonSchema.OfRegion().Check(document.RootElement, new("region.json", ""), findings);
        return [.. findings.All.Select(finding => $"{finding.Where} {finding.Rule}")];
    }

    private static void Visit(JsonNode value, JsonObject schema, string at, List<(JsonObject, JsonObject, string)> places)
    {
        schema = schema["$ref"] is { } reference ? s_schema["$defs"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject() : schema;
        switch (value)
        {
            case JsonObject known:
                places.Add((known, schema, at));
                foreach (var (name, each) in known)
                {
                    Visit(each!, schema["properties"]![name]!.AsObject(), $"{at}/{name}", places);
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    Visit(list[i]!, schema["items"]!.AsObject(), $"{at}/{i}", places);
                }

                break;
            default:
                break;
        }
    }

    // Texts near a right one: with one position changed, left out or added.
    private static void Agree<T>(JsonNode schema, string right)
        where T : struct, IWrittenValue<T>
    {
        var pattern = new Regex(schema["pattern"]!.GetValue<string>());
        var near =
            from at in Gen.Choose(0, right.Length - 1)
            from put in Gen.Elements("", "0", "1", "5", "9", "A", "Z", "a", "٣", "-", "00")
            select right[..at] + put + right[(at + 1)..];
        Prop.ForAll(near.ToArbitrary(), text => pattern.IsMatch(text) == T.TryParse(text, out _, out _)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
        Assert.Matches(pattern, right);
    }

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum => System.Enum.GetValues<T>().Select(EnumText.Of).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Enum(string definition, string? property = null)
    {
        var schema = s_schema["$defs"]![definition]!;
        return Sorted((property is null ? schema : schema["properties"]![property]!)["enum"]!);
    }

    private static IEnumerable<string> Sorted(JsonNode words) => words.AsArray().Select(word => word!.GetValue<string>()).Order(StringComparer.Ordinal);
}
