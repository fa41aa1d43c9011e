using System.Text.Json;

namespace Regional.Territory;

/// <summary>A drawing as it is written: its members keep their places in the file, so that a rule can point at them.</summary>
internal sealed record WrittenDrawing(Drawing Drawing, IReadOnlyList<WrittenUnit> Units);

/// <summary>A unit as it is written.</summary>
internal sealed record WrittenUnit(
    OrganisationalUnit Unit, Location At, IReadOnlyList<Located<MunicipalityCode>> Municipalities, IReadOnlyList<Located<Postcode4>> Postcodes);

/// <summary>What <c>region.json</c> says, as far as it can be read: a faulty item is left out, so that one fault does not hide the others.</summary>
internal sealed class RegionFile
{
    public const string Name = "region.json";

    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false };

    private readonly JsonElement _root;
    private readonly Findings _findings;
    private readonly HashSet<string>? _sources;
    private readonly HashSet<string>? _municipalities;

    private RegionFile(JsonElement root, Location at, Findings findings)
    {
        (_root, At, _findings) = (root, at, findings);
        Sources = Items("sources", ReadSource);
        Municipalities = Items("municipalities", ReadMunicipality);
        Drawings = Items("drawings", ReadDrawing);
        Participants = Items("participants", ReadParticipant);
        Flows = Items("flows", ReadFlow);
        Targets = Items("targets", ReadTarget);
        _sources = Keys("sources", "id");
        _municipalities = Keys("municipalities", "code");
    }

    public Location At { get; }

    public RegionCode? Code => Root("code") is { } code && RegionCode.TryParse(code, out var value, out _) ? value : null;

    public bool? DevelopmentOins => Root("oins") switch { "development" => true, "issued" => false, _ => null };

    public IReadOnlyList<Located<Source>> Sources { get; }

    public IReadOnlyList<Located<Municipality>> Municipalities { get; }

    public IReadOnlyList<Located<WrittenDrawing>> Drawings { get; }

    public IReadOnlyList<Located<Participant>> Participants { get; }

    public IReadOnlyList<Located<Flow>> Flows { get; }

    public IReadOnlyList<Located<Target>> Targets { get; }

    /// <summary>Whether the list of municipalities holds the code, or cannot tell.</summary>
    public bool MayKnow(MunicipalityCode municipality) => _municipalities?.Contains(municipality.ToString()) != false;

    /// <summary>Whether the list of sources holds the id, or cannot tell.</summary>
    public bool MayKnow(string source) => _sources?.Contains(source) != false;

    public static RegionFile? Read(string folder, string shown, JsonSchema schema, Findings findings)
    {
        var at = new Location($"{shown}/{Name}", "");
        if (TextFile.Read(Path.Combine(folder, Name), at, findings) is not { } text)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text, s_options);
            schema.Check(document.RootElement, at, findings);
            return document.RootElement.ValueKind == JsonValueKind.Object ? new(document.RootElement.Clone(), at, findings) : null;
        }
        catch (JsonException fault)
        {
            var where = fault.LineNumber is { } line ? at with { Where = $"line {line + 1}, column {fault.BytePositionInLine + 1}" } : at;
            findings.Add(where, "JSON", "This is not JSON.", $"The reader says: {fault.Message.Split(" LineNumber:")[0]}");
            return null;
        }
    }

    /// <summary>What the file says as a whole; only for a file without findings.</summary>
    public RegionContent Content(RegionTables tables) => new(
        Code!.Value,
        Root("name")!,
        _findings.ReadWord<HolidayRegion>(At, Root("holidayRegion"))!.Value,
        _root.GetProperty("smallCountThreshold").GetInt32(),
        [.. Sources.Select(source => source.Value)],
        [.. Municipalities.Select(municipality => municipality.Value).OrderBy(municipality => municipality.Name, StringComparer.Ordinal)],
        tables.PostcodesByCode(),
        tables.SchoolTable(),
        [.. tables.Establishments.Rows.Select(establishment => establishment.Value)],
        [.. Participants.Select(participant => participant.Value)],
        [.. Flows.Select(flow => flow.Value)],
        [.. Drawings.Select(drawing => drawing.Value.Drawing)],
        [.. Targets.Select(target => target.Value)],
        [.. tables.AbsenceRates.Rows.Select(rate => rate.Value)],
        [.. tables.ResidentPupils.Rows.Select(pupils => pupils.Value)]);

    private static Source? ReadSource(JsonItem item) =>
        new(item.Text("id"), item.Text("title"), item.Text("publisher"), item.Text("licence"), item.Text("date"), item.Text("note"));

    private static Municipality? ReadMunicipality(JsonItem item) => (item.Value<MunicipalityCode>("code"), item.Period()) is ({ } code, { } validity)
        ? new(code, item.Text("name"), item.Texts("aliases"), validity)
        : null;

    private static WrittenDrawing? ReadDrawing(JsonItem item)
    {
        var units = new List<WrittenUnit>();
        foreach (var (element, index) in item.Element.GetProperty("units").EnumerateArray().Select((element, index) => (element, index)))
        {
            var unit = item with { Element = element, At = item.At.Below("units").Below(index) };
            var municipalities = unit.Values<MunicipalityCode>("municipalities");
            var postcodes = unit.Values<Postcode4>("postcodes");
            units.Add(new(
                new(unit.Text("code"), unit.Text("name"), [.. municipalities.Select(each => each.Value)], [.. postcodes.Select(each => each.Value)]),
                unit.At,
                municipalities,
                postcodes));
        }

        return (item.Period(), item.Word<Membership>("membership")) is ({ } validity, { } membership)
            ? new(
                new(
                    item.Text("code"), item.Text("name"), validity, membership, item.Text("source"), item.Text("note"),
                    [.. units.Select(unit => unit.Unit)]),
                units)
            : null;
    }

    private Participant? ReadParticipant(JsonItem item)
    {
        if ((item.Value<Oin>("oin"), item.Word<Role>("role")) is not ({ } oin, { } role))
        {
            return null;
        }

        Mandate? mandate = (role, item.OptionalValue<MunicipalityCode>("municipality"), item.OptionalValue<BoardNumber>("board"), Code) switch
        {
            (Role.Municipality, { } code, null, _) => new Mandate.OfMunicipality(code),
            (Role.SchoolBoard, null, { } board, _) => new Mandate.OfBoard(board),
            (Role.Samenwerkingsverband, null, null, { } region) => new Mandate.OfRegion(region),
            _ => null,
        };
        if (mandate is null)
        {
            _findings.Add(
                item.At, "MANDATE", $"It is not clear for whom the role '{EnumText.Of(role)}' speaks here.",
                "A municipality names its 'municipality', a school-board its 'board', a samenwerkingsverband neither; no other role takes part.");
            return null;
        }

        return new(new(oin, role, item.Text("unit")), item.Text("name"), mandate);
    }

    private static Flow? ReadFlow(JsonItem item)
    {
        Grondslag? grondslag = null;
        if (item.Element.TryGetProperty("grondslag", out var written))
        {
            var basis = item with { Element = written, At = item.At.Below("grondslag") };
            if ((basis.Word<GrondslagKind>("kind"), basis.Period()) is not ({ } kind, { } validity))
            {
                return null;
            }

            grondslag = new(kind, basis.Text("title"), basis.Texts("parties"), basis.Texts("fields"), validity, basis.Text("note"));
        }

        return (item.Word<Role>("from"), item.Word<Role>("to")) is ({ } from, { } to)
            ? new(from, to, item.Text("purpose"), item.Text("description"), grondslag)
            : null;
    }

    private static Target? ReadTarget(JsonItem item) => (item.Word<Bound>("bound"), item.Word<Measure>("measure")) is ({ } bound, { } measure)
        ? new(
            item.Text("indicator"), bound, item.Element.GetProperty("value").GetDecimal(), measure, item.OptionalNumber("year"),
            item.OptionalText("denominator"), item.Text("source"), item.Text("quote"))
        : null;

    private List<Located<T>> Items<T>(string list, Func<JsonItem, T?> read)
        where T : class
    {
        var items = new List<Located<T>>();
        foreach (var (element, at) in Elements(list))
        {
            if (!_findings.Has(at) && read(new(element, at, _findings)) is { } item)
            {
                items.Add(new(item, at));
            }
        }

        return items;
    }

    // Null where a key cannot be read: then it cannot be told what is missing, and one fault must not become fifty.
    private HashSet<string>? Keys(string list, string name)
    {
        var isWhole = Elements(list).Any() && Elements(list).All(each =>
            each.Element.ValueKind == JsonValueKind.Object && each.Element.TryGetProperty(name, out _) && !_findings.Has(each.At.Below(name)));
        return isWhole ? [.. Elements(list).Select(each => each.Element.GetProperty(name).GetString()!)] : null;
    }

    private IEnumerable<(JsonElement Element, Location At)> Elements(string list) =>
        _root.TryGetProperty(list, out var array) && array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray().Select((element, index) => (element, At.Below(list).Below(index)))
            : [];

    private string? Root(string name) => _root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
