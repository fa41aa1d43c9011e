using Google.Protobuf;
using Regional.ServiceDefaults.Requests;
using Regional.Wire.Probe.V1;

namespace Regional.ServiceDefaults.Tests;

public sealed class A_message_with_figures_and_maps
{
    public static TheoryData<string, string[]> Faults => new()
    {
        { "nothing", [] },
        { "nothing at all", ["count REQUIRED", "seal REQUIRED", "rate REQUIRED", "is_final REQUIRED", "rest REQUIRED", "parts REQUIRED"] },
        { "a negative count", [] },
        { "NaN", ["rate NOT_FINITE"] },
        { "infinity", ["rate NOT_FINITE"] },
        { "NaN among the rates", ["rates NOT_FINITE"] },
        { "minus infinity in a map", ["rates_by_name.value NOT_FINITE"] },
        { "an unknown colour among known ones", ["colours UNKNOWN_VALUE"] },
        { "an unknown colour in a map", ["colours_by_number.value UNKNOWN_VALUE"] },
        { "a part without a name in a map", ["parts.value.name REQUIRED"] },
        { "a bad key", ["words.key MALFORMED_TEXT"] },
        { "a bad word in a map", ["words.value TOO_LONG"] },
        { "an empty word in a map", [] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void has_each_fault_named_by_path_and_rule(string fault, string[] violations) =>
        Assert.Equal(violations, MessageRules.Check(With(fault)).Select(v => $"{v.Field} {v.Reason}"));

    [Fact]
    public void is_not_taken_where_nobody_could_tell_whether_a_required_field_came() =>
        Assert.StartsWith(
            "regional.probe.v1.Undecided.is_final is required, and its `false` cannot be told from nothing sent",
            Assert.Throws<InvalidOperationException>(() => MessageRules.Check(new Undecided { IsFinal = true })).Message,
            StringComparison.Ordinal);

    private static Figures With(string fault) => fault switch
    {
        "nothing" => Good(_ => { }),
        "nothing at all" => new Figures(),
        "a negative count" => Good(f => f.Count = -1),
        "NaN" => Good(f => f.Rate = double.NaN),
        "infinity" => Good(f => f.Rate = double.PositiveInfinity),
        "NaN among the rates" => Good(f => f.Rates.Add([1F, float.NaN])),
        "minus infinity in a map" => Good(f => f.RatesByName.Add("a", double.NegativeInfinity)),
        "an unknown colour among known ones" => Good(f => f.Colours.Add([Colour.Red, (Colour)77])),
        "an unknown colour in a map" => Good(f => f.ColoursByNumber.Add(1, (Colour)77)),
        "a part without a name in a map" => Good(f => f.Parts.Add("leeg", new Part())),
        "a bad key" => Good(f => f.Words.Add("fou\0t", "goed")),
        "a bad word in a map" => Good(f => f.Words.Add("goed", new string('x', MessageRules.LongestString + 1))),
        "an empty word in a map" => Good(f => f.Words.Add("", "")),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault."),
    };

    // Present, though zero and false.
    private static Figures Good(Action<Figures> change)
    {
        var figures = new Figures { Count = 1, Seal = ByteString.CopyFromUtf8("x"), Rate = 0.5, IsFinal = false, Rest = 0, Parts = { ["deel"] = new Part { Name = "deel" } } };
        change(figures);
        return figures;
    }
}
