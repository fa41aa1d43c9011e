using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Regional.ServiceDefaults.Requests;
using Regional.Wire.Probe.V1;

namespace Regional.ServiceDefaults.Tests;

public sealed class A_message
{
    // Characters at the borders of the rule, so that they are drawn often.
    private static readonly char[] Characters = ['a', 'é', '\t', '\0', '\uFFFC', '\uFFFD', '\uFFFE', '\uD7FF', '\uD800', '\uDBFF', '\uDC00', '\uDFFF', '\uE000'];

    public static TheoryData<string, string[]> Faults => new()
    {
        { "nothing", [] },
        { "no text", ["text REQUIRED"] },
        { "no colour", ["colour REQUIRED"] },
        { "no part", ["part REQUIRED"] },
        { "no number", ["number REQUIRED"] },
        { "no parts", ["parts REQUIRED"] },
        { "no second colour", [] },
        { "an unknown colour", ["colour UNKNOWN_VALUE"] },
        { "an unknown second colour", ["second_colour UNKNOWN_VALUE"] },
        { "a text of 1,000 characters", [] },
        { "a text of 1,001 characters", ["text TOO_LONG"] },
        { "NUL", ["text MALFORMED_TEXT"] },
        { "U+FFFD", ["text MALFORMED_TEXT"] },
        { "half a surrogate pair", ["text MALFORMED_TEXT"] },
        { "a surrogate pair", [] },
        { "a bad word among good ones", ["words MALFORMED_TEXT"] },
        { "an empty word", [] },
        { "a part without a name", ["part.name REQUIRED"] },
        { "an inner part without a name", ["part.inner_part.name REQUIRED"] },
        { "a second part with a bad inner part", ["parts[1].inner_part.name MALFORMED_TEXT"] },
        { "a bad text where only the service writes", [] },
        { "nothing at all", ["text REQUIRED", "colour REQUIRED", "part REQUIRED", "number REQUIRED", "parts REQUIRED"] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void has_each_fault_named_by_path_and_rule(string fault, string[] violations) =>
        Assert.Equal(violations, MessageRules.Check(With(fault)).Select(v => $"{v.Field} {v.Reason}"));

    [Fact]
    public void with_an_unknown_enum_value_is_told_which_there_are() =>
        Assert.Equal("is no value of regional.probe.v1.Colour; use one of COLOUR_RED, COLOUR_BLUE", Assert.Single(MessageRules.Check(With("an unknown colour"))).Description);

    [Theory]
    [InlineData("", "")]
    [InlineData("part", "part")]
    [InlineData("parts", "parts[2]")]
    public void with_an_unknown_field_has_the_message_named_that_holds_it(string holder, string path)
    {
        var question = ProbeCalls.Question();
        var unknown = Part.Parser.ParseFrom([0x0A, 0x01, (byte)'n', 0xF8, 0x07, 0x01]); // name: n, field 127: 1
        switch (holder)
        {
            case "part": question.Part = unknown; break;
            case "parts": question.Parts.Add(unknown); break;
            default: question = Question.Parser.ParseFrom([.. question.ToByteArray(), 0xF8, 0x07, 0x01]); break;
        }

        var violation = Assert.Single(MessageRules.Check(question));

        Assert.Equal((path, "UNKNOWN_FIELD"), (violation.Field, violation.Reason));
    }

    [Fact]
    public void never_has_its_own_words_repeated_to_it() =>
        Assert.All(MessageRules.Check(With("a secret everywhere")), violation => Assert.DoesNotContain("geheim", violation.Description));

    [Fact]
    public void takes_a_text_exactly_if_it_is_well_formed_UTF_16_without_NUL_and_replacement_and_not_too_long() => Prop.ForAll(
        Arb.From(Gen.OneOf(Texts(Characters, 0, 5), Texts(['a', 'é'], MessageRules.LongestString - 2, MessageRules.LongestString + 2))),
        text => MessageRules.Check(ProbeCalls.Question(q => q.Words.Add(text))).Count == 0 == IsFine(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    // A message breaks the rules that its parts break, each under its own path, and no other.
    [Fact]
    public void has_the_faults_of_its_parts_under_their_paths() => Prop.ForAll(
        Arb.From(Parts.ListOf()),
        parts =>
        {
            var question = ProbeCalls.Question(q => q.Parts.Add(parts));
            return MessageRules.Check(question).SequenceEqual(question.Parts.SelectMany((part, i) => MessageRules.Check(part, $"parts[{i}].")));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void as_a_batch_has_all_faults_but_those_of_its_items() => Prop.ForAll(
        Arb.From(Parts.ListOf()),
        Arb.From(Parts),
        (parts, part) =>
        {
            var batch = ProbeCalls.Question(q => (q.Text, q.Part) = ("", part));
            batch.Parts.Add(parts);
            var withoutItems = MessageRules.Check(batch).Where(v => !v.Field.StartsWith("parts[", StringComparison.Ordinal));
            return MessageRules.CheckWithoutItems(batch).SequenceEqual(withoutItems);
        }).QuickCheckThrowOnFailure();

    private static Gen<string> Texts(char[] characters, int shortest, int longest) =>
        Gen.Choose(shortest, longest).SelectMany(length => Gen.Elements(characters).ArrayOf(length)).Select(text => new string(text));

    // Some with a name, some without, some with a bad one; some with another part inside.
    private static Gen<Part> Parts =>
        from name in Gen.Elements("deel", "", "\0")
        from inner in Gen.Elements("geen", "deel", "")
        select new Part { Name = name, InnerPart = inner == "geen" ? null : new Part { Name = inner } };

    private static bool IsFine(string text)
    {
        try
        {
            _ = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetByteCount(text);
            return text.Length <= MessageRules.LongestString && !text.Contains('\0') && !text.Contains('\uFFFD');
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    private static Question With(string fault) => fault switch
    {
        "nothing" => ProbeCalls.Question(),
        "no text" => ProbeCalls.Question(q => q.Text = ""),
        "no colour" => ProbeCalls.Question(q => q.Colour = Colour.Unspecified),
        "no part" => ProbeCalls.Question(q => q.Part = null),
        "no number" => ProbeCalls.Question(q => q.Number = 0),
        "no parts" => ProbeCalls.Question(q => q.Parts.Clear()),
        "no second colour" => ProbeCalls.Question(q => q.SecondColour = Colour.Unspecified),
        "an unknown colour" => ProbeCalls.Question(q => q.Colour = (Colour)77),
        "an unknown second colour" => ProbeCalls.Question(q => q.SecondColour = (Colour)(-1)),
        "a text of 1,000 characters" => ProbeCalls.Question(q => q.Text = new string('é', 1_000)),
        "a text of 1,001 characters" => ProbeCalls.Question(q => q.Text = new string('x', 1_001)),
        "NUL" => ProbeCalls.Question(q => q.Text = "te\0kst"),
        "U+FFFD" => ProbeCalls.Question(q => q.Text = "te\uFFFDkst"),
        "half a surrogate pair" => ProbeCalls.Question(q => q.Text = "tekst\uD83D"),
        "a surrogate pair" => ProbeCalls.Question(q => q.Text = "\U0001F600"),
        "a bad word among good ones" => ProbeCalls.Question(q => q.Words.Add(["goed", "fou\0t", "goed"])),
        "an empty word" => ProbeCalls.Question(q => q.Words.Add("")),
        "a part without a name" => ProbeCalls.Question(q => q.Part = new Part()),
        "an inner part without a name" => ProbeCalls.Question(q => q.Part.InnerPart = new Part()),
        "a second part with a bad inner part" => ProbeCalls.Question(q => q.Parts[1].InnerPart = new Part { Name = "\0" }),
        "a bad text where only the service writes" => ProbeCalls.Question(q => q.SetByService = "\0"),
        "nothing at all" => new Question(),
        "a secret everywhere" => ProbeCalls.Question(q => (q.Text, q.Part.Name, q.Colour) = ("geheim\0", $"geheim{new string('x', 1_000)}", (Colour)77)),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "No such fault."),
    };
}
