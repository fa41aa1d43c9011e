using System.Text.Json.Nodes;

namespace Regional.Territory.Tests;

/// <summary>Ways to break a region, each with what the check must say about it: the place and the rule, and nothing else.</summary>
internal static class Faults
{
    private static readonly Dictionary<string, Fault> s_all = new(StringComparer.Ordinal)
    {
        // Structure of region.json
        ["a comma is missing"] = Text("region.json", "\"oins\": \"development\",", "\"oins\": \"development\"", "line 8, column 3 JSON"),
        ["a property is there twice"] = Text("region.json", "\"oins\"", "\"name\": \"again\", \"oins\"", " JSON"),
        ["the file is a list"] = new("region.json", _ => "[]", " TYPE"),
        ["a property is misspelt"] = Json(root => root["holidayregion"] = "noord", "/holidayregion PROPERTY_UNKNOWN"),
        ["a property is missing"] = Json(root => root.Remove("holidayRegion"), " PROPERTY_MISSING"),
        ["a word is not known"] = Json(root => root["holidayRegion"] = "oost", "/holidayRegion WORD"),
        ["a number is a text"] = Json(root => root["smallCountThreshold"] = "5", "/smallCountThreshold TYPE"),
        ["a number has decimals"] = Json(root => root["smallCountThreshold"] = 5.5m, "/smallCountThreshold TYPE"),
        ["a number is out of range"] = Json(root => root["smallCountThreshold"] = 101, "/smallCountThreshold RANGE"),
        ["a count of 4 would be published"] = Json(root => root["smallCountThreshold"] = 4, "/smallCountThreshold RANGE"),
        ["a text is empty"] = Json(root => root["name"] = "", "/name EMPTY"),
        ["a list is empty"] = Json(root => root["flows"] = new JsonArray(), "/flows TOO_FEW"),
        ["the form of a code is wrong"] = Json(root => At(root, "municipalities", 0)["code"] = "GM1680", "/municipalities/0/code PATTERN"),
        ["a date does not exist"] = Json(root => At(root, "municipalities", 0)["from"] = "1998-02-30", "/municipalities/0/from DATE"),

        // Sources, targets, flows
        ["a source is there twice"] = Json(root => At(root, "sources", 1)["id"] = "regio-indeling-2015", "/sources/1/id SOURCE_TWICE"),
        ["a target has no source"] = Json(root => At(root, "targets", 0).Remove("source"), "/targets/0 PROPERTY_MISSING"),
        ["a target has an unknown source"] = Json(root => At(root, "targets", 0)["source"] = "hearsay", "/targets/0/source SOURCE_UNKNOWN"),
        ["a target is there twice"] = Json(root => At(root, "targets", 1)["indicator"] = "vso-participation", "/targets/1/indicator TARGET_TWICE"),
        ["a grondslag has no end"] = Json(root => At(root, "flows", 0)["grondslag"]!.AsObject().Remove("until"), "/flows/0/grondslag PROPERTY_MISSING"),
        ["a grondslag ends before it begins"] = Json(root => At(root, "flows", 0)["grondslag"]!["until"] = "2024-08-01", "/flows/0/grondslag PERIOD"),
        ["a flow is open and shut"] = Json(root => root["flows"]!.AsArray().Add(Shut("school-board", "municipality", "absence-report")), "/flows/8 FLOW_TWICE"),

        // Participants
        ["an OIN has 21 positions"] = Json(root => At(root, "participants", 0)["oin"] = "000000990001016800000", "/participants/0/oin PATTERN"),
        ["an OIN was issued to someone"] = Json(root => At(root, "participants", 0)["oin"] = "00000001002220647000", "/participants/0/oin OIN_NOT_DEVELOPMENT"),
        ["a participant is there twice"] = Json(root => At(root, "participants", 1)["oin"] = "00000099000101680000", "/participants/1 PARTICIPANT_TWICE"),
        ["a municipality speaks for no one"] = Json(root => At(root, "participants", 0).Remove("municipality"), "/participants/0 MANDATE"),
        ["a school board speaks for a municipality too"] = Json(root => At(root, "participants", 4)["municipality"] = "0106", "/participants/4 MANDATE"),
        ["youth care takes part"] = Json(root => At(root, "participants", 0)["role"] = "youth-care", "/participants/0 MANDATE"),
        ["a participant is of an unknown municipality"] = Json(
            root => At(root, "participants", 0)["municipality"] = "0014", "/participants/0/municipality MUNICIPALITY_UNKNOWN"),
        ["a board has no school"] = Json(root => At(root, "participants", 4)["board"] = "13274", "/participants/4/board BOARD_UNKNOWN"),

        // Municipalities and units
        ["the region is that of another folder"] = Json(root => root["code"] = "VO2202", "/code FOLDER", " TERRITORY_EMPTY@postcodes.csv"),
        ["a municipality is there twice"] = Json(
            root => root["municipalities"]!.AsArray().Add(new JsonObject { ["code"] = "0106", ["name"] = "Assen (again)" }),
            "/municipalities/5 MUNICIPALITY_TWICE"),
        ["two municipalities have one name"] = Json(
            root => At(root, "municipalities", 0)["aliases"] = new JsonArray("ASSEN"), "/municipalities/1 MUNICIPALITY_NAME_TWICE"),
        ["a unit has an unknown municipality"] = Drawn("/drawings/0/units/0/municipalities/0 MUNICIPALITY_UNKNOWN", Unit("A", "0014")),
        ["a unit lies outside the region"] = Drawn("/drawings/0/units/0/municipalities/0 UNIT_OUTSIDE", Unit("A", "1699")),
        ["a unit has a postcode outside the region"] = Drawn("/drawings/0/units/0/postcodes/0 UNIT_OUTSIDE", UnitByPostcode("A", "9471")),
        ["a unit is there twice"] = Drawn("/drawings/0/units/1/code UNIT_TWICE", Unit("A", "0106"), Unit("a", "1680")),
        ["a unit is empty"] = Drawn("/drawings/0/units/0 UNIT_EMPTY", new JsonObject { ["code"] = "A", ["name"] = "A" }),
        ["a municipality lies in two units"] = Drawn("/drawings/0/units/1/municipalities/0 UNIT_MEMBER_TWICE", Unit("A", "0106"), Unit("B", "0106")),
        ["a postcode lies in two units"] = Drawn("/drawings/0/units/1/postcodes/0 UNIT_MEMBER_TWICE", UnitByPostcode("A", "9401"), UnitByPostcode("B", "9401")),
        ["a postcode lies in a unit and its municipality in another"] = Drawn(
            "/drawings/0/units/0/postcodes/0 UNIT_MEMBER_TWICE", UnitByPostcode("A", "9401"), Unit("B", "0106")),
        ["two drawings hold at once"] = Json(
            root => root["drawings"] = new JsonArray(Drawing("2024-08-01", "2026-08-01", Unit("A", "0106")), Drawing("2025-08-01", null, Unit("B", "0106"))),
            "/drawings/1 DRAWING_OVERLAP"),
        ["no drawing holds for a year"] = Json(
            root => root["drawings"] = new JsonArray(Drawing("2024-08-01", "2025-08-01", Unit("A", "0106")), Drawing("2026-08-01", null, Unit("B", "0106"))),
            "/drawings/1 PERIOD_GAP"),
        ["a drawing has an unknown source"] = Json(
            root =>
            {
                root["drawings"] = new JsonArray(Drawing("2024-08-01", null, Unit("A", "0106")));
                At(root, "drawings", 0)["source"] = "hearsay";
            },
            "/drawings/0/source SOURCE_UNKNOWN"),

        // Tables
        ["a column is missing"] = Text(
            "resident-pupils.csv", "school-year;pupils;", "schoolyear;pupils;", "line 1 CSV_COLUMN_MISSING", "line 1 CSV_COLUMN_UNKNOWN"),
        ["a column is there twice"] = new(
            "resident-pupils.csv", text => text.Replace("\n", ";\n", StringComparison.Ordinal).Replace("source;", "source;basis", StringComparison.Ordinal),
            "line 1 CSV_COLUMN_TWICE"),
        ["a row has too few fields"] = Text("resident-pupils.csv", "0106;2024-2025;10000;", "0106;2024-2025;", "line 2 CSV_FIELDS"),
        ["a row has a quotation mark"] = Text("resident-pupils.csv", "0106;2024-2025;10000", "0106;2024-2025;\"10000\"", "line 2 CSV_QUOTE"),
        ["a table has no rows"] = new("resident-pupils.csv", text => text.Split('\n')[0] + "\n", " CSV_EMPTY"),
        ["a line is empty in the middle"] = Text("resident-pupils.csv", "\n1680", "\n\n1680", "line 3 CSV_FIELDS"),
        ["a count is no number"] = Text("resident-pupils.csv", "0106;2024-2025;10000", "0106;2024-2025;10.000", "line 2, column pupils NUMBER"),
        ["a rate has a decimal comma"] = Text("absence-rates.csv", "0106;2024;absolute;3.3", "0106;2024;absolute;3,3", "line 2, column per-thousand NUMBER"),
        ["a rate is there twice"] = Text("absence-rates.csv", "0106;2024;relative", "0106;2024;absolute", "line 3 RATE_TWICE"),
        ["a rate is of an unknown municipality"] = Text(
            "absence-rates.csv", "0106;2024;relative", "0014;2024;relative", "line 3, column municipality MUNICIPALITY_UNKNOWN"),
        ["a denominator is there twice"] = Text("resident-pupils.csv", "1680;2024-2025", "0106;2024-2025", "line 3 DENOMINATOR_TWICE"),
        ["a denominator is of no school year"] = Text("resident-pupils.csv", "0106;2024-2025", "0106;2024-2026", "line 2, column school-year VALUE"),
        ["a word in a table is not known"] = Text(
            "resident-pupils.csv", "0106;2024-2025;10000;made-up", "0106;2024-2025;10000;invented", "line 2, column basis WORD"),

        // Postcodes
        ["a postcode is no postcode"] = Text("postcodes.csv", "9401;", "94O1;", "line 27, column postcode VALUE"),
        ["a postcode lies in two places"] = Text("postcodes.csv", "9402;0106;", "9401;0106;PO2201;VO2202;2015-04-23;\n9402;0106;", "line 28 POSTCODE_TWICE"),
        ["a postcode lies nowhere for a year"] = Text(
            "postcodes.csv", "9401;0106;PO2201;VO2201;2015-04-23;",
            "9401;0106;PO2201;VO2201;2015-04-23;2025-08-01\n9401;0106;PO2201;VO2201;2026-08-01;", "line 28 PERIOD_GAP"),
        ["a postcode has no first day"] = Text(
            "postcodes.csv", "9491;1730;PO2201;VO2201;2015-04-23;", "9491;1730;PO2201;VO2201;;", "line 98, column from DATE"),
        ["a postcode ends before it begins"] = Text(
            "postcodes.csv", "9491;1730;PO2201;VO2201;2015-04-23;", "9491;1730;PO2201;VO2201;2015-04-23;2014-01-01", "line 98 PERIOD"),
        ["the two sectors have changed places"] = Text(
            "postcodes.csv", "9491;1730;PO2201;VO2201;", "9491;1730;VO2201;PO2201;", "line 98, column po SECTOR", "line 98, column vo SECTOR"),
        ["a postcode is of an unknown municipality"] = Text("postcodes.csv", "9491;1730;", "9491;0014;", "line 98, column municipality MUNICIPALITY_UNKNOWN"),

        // Schools
        ["a vestiging is not of its school"] = Text("establishments.csv", "18BR00;18BR", "18BR00;18BS", "line 68, column brin BRIN"),
        ["a vestiging is there twice"] = Text("establishments.csv", "18BR01;18BR", "18BR00;18BR", "line 69, column establishment ESTABLISHMENT_TWICE"),
        ["a vestiging lies in an unknown municipality"] = Text(
            "establishments.csv", ";10053;0106;9401;", ";10053;0014;9401;", "line 69, column municipality MUNICIPALITY_UNKNOWN"),
        ["a vestiging has an unknown postcode"] = Text(
            "establishments.csv", ";10053;0106;9401;", ";10053;0106;9711;", "line 69, column postcode POSTCODE_UNKNOWN"),
        ["a vestiging has no name"] = Text(
            "establishments.csv", "18BR01;18BR;School voor Praktijkonderwijs Assen", "18BR01;18BR;", "line 69, column name EMPTY"),
        ["a board is no board"] = Text("establishments.csv", ";10053;0106;9401;", ";1005;0106;9401;", "line 69, column board VALUE"),
        ["a school is of an unknown vestiging"] = Text("schools.csv", ";18BR00;", ";18BR09;", "line 13, column establishments ESTABLISHMENT_UNKNOWN"),
        ["a school counts twice"] = Text("schools.csv", ";18BR00;", ";20LO00;", "line 13, column establishments SCHOOL_TWICE"),
        ["a school is spread over municipalities"] = Text("schools.csv", ";18BR00;", ";18BR00|20LO01;", "line 13, column establishments SCHOOL_SPLIT"),
        ["a school has no count"] = Text("schools.csv", ";pro;234;", ";pro;;", "line 13, column pupils NUMBER"),
        ["a counting date does not exist"] = Text("schools.csv", ";pro;234;2024-10-01;", ";pro;234;2024-13-01;", "line 13, column counted DATE"),
        ["a count has an unknown source"] = Text(
            "schools.csv", ";pro;234;2024-10-01;ondersteuningsplan-2026;", ";pro;234;2024-10-01;hearsay;", "line 13, column source SOURCE_UNKNOWN"),
        ["a count beside is half there"] = Text("schools.csv", ";235;2024-10-01;duo-2024;", ";235;2024-10-01;;", "line 13, column beside-source EMPTY"),
    };

    public static IEnumerable<string> Names => s_all.Keys;

    public static Fault Named(string name) => s_all[name];

    private static Fault Text(string file, string from, string to, params string[] expected) => new(
        file,
        text =>
        {
            var at = text.IndexOf(from, StringComparison.Ordinal);
            return at < 0 ? text : text[..at] + to + text[(at + from.Length)..];
        },
        expected);

    private static Fault Json(Action<JsonObject> edit, params string[] expected) => new("region.json", RegionsCopy.Json(edit), expected);

    private static Fault Drawn(string expected, params JsonObject[] units) => Json(
        root => root["drawings"] = new JsonArray(Drawing("2024-08-01", null, units)), expected);

    private static JsonObject Drawing(string from, string? until, params ReadOnlySpan<JsonObject> units)
    {
        var drawing = new JsonObject
        {
            ["code"] = "units",
            ["name"] = "Units",
            ["from"] = from,
            ["membership"] = "from-source",
            ["source"] = "regio-indeling-2015",
            ["note"] = "",
            ["units"] = new JsonArray([.. units]),
        };
        if (until is not null)
        {
            drawing["until"] = until;
        }

        return drawing;
    }

    private static JsonObject Unit(string code, string municipality) =>
        new() { ["code"] = code, ["name"] = code, ["municipalities"] = new JsonArray(municipality) };

    private static JsonObject UnitByPostcode(string code, string postcode) =>
        new() { ["code"] = code, ["name"] = code, ["postcodes"] = new JsonArray(postcode) };

    private static JsonObject Shut(string from, string to, string purpose) =>
        new() { ["from"] = from, ["to"] = to, ["purpose"] = purpose, ["description"] = "Shut." };

    private static JsonObject At(JsonObject root, string list, int index) => root[list]![index]!.AsObject();
}

/// <summary>An edit that breaks a file of VO2201, and the findings that must follow.</summary>
internal sealed record Fault(string File, Func<string, string> Edit, params string[] Expected);
