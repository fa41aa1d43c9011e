using System.Text;
using Regional.Cli.Signals;

namespace Regional.Cli.Tests;

public sealed class A_file_of_signals
{
    [Fact]
    public async Task is_read_line_by_line()
    {
        var lines = await Read(string.Concat(Example.Lines(3).Select(line => line + "\n")));

        Assert.Equal([1, 2, 3], lines.OfType<SignalLine.Good>().Select(line => line.Name.Number));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("\n\n   \r\n")]
    [InlineData("")]
    public async Task may_end_in_many_ways(string end)
    {
        var lines = await Read(Example.Line() + "\r\n" + Example.Line() + end);

        Assert.Equal([1, 2], lines.Cast<SignalLine.Good>().Select(line => line.Name.Number));
    }

    [Fact]
    public async Task may_begin_with_a_byte_order_mark()
    {
        Assert.IsType<SignalLine.Good>(Assert.Single(await Read('\uFEFF' + Example.Line())));
    }

    [Fact]
    public async Task counts_empty_lines_too()
    {
        Assert.Equal(3, Assert.Single(await Read("\n\n" + Example.Line())).Name.Number);
    }

    [Theory]
    [InlineData("{\"requestId\":", "is no JSON, from byte 14 of the line on")]
    [InlineData("7", "is no JSON object in braces")]
    [InlineData("null", "is no JSON object in braces")]
    [InlineData("{} {}", "is no JSON, from byte 4 of the line on")]
    [InlineData("""{"signal": 3}""", "signal: its value does not fit regional.signalering.v1.Signal")]
    [InlineData("""{"signal": {"startDate": "2025-01-01"}}""", "signal.startDate: its value does not fit google.type.Date")]
    [InlineData("""{"signal": {"startDate": {"year": "last"}}}""", "signal.startDate.year: its value does not fit a whole number")]
    [InlineData("""{"signal": {"start_date": {"year": 2025.5}}}""", "signal.startDate.year: its value does not fit a whole number")]
    [InlineData("""{"signal": {"postcode": true}}""", "signal.postcode: its value does not fit a text in quotes")]
    [InlineData("""{"signal": {"allLessonsMissed": "maybe"}}""", "signal.allLessonsMissed: its value does not fit true or false")]
    [InlineData("""{"signal": {"colour": "red"}}""", "signal.colour: regional.signalering.v1.Signal has no such field")]
    [InlineData("""{"signal": {"999990019": "red"}}""", "signal.(a field): regional.signalering.v1.Signal has no such field")]
    [InlineData("""{"\ud800": 1}""", "is no JSON: a name in it is half a character")]
    public async Task has_a_broken_line_named_with_what_is_wrong_and_the_rest_goes_on(string broken, string reason)
    {
        var lines = await Read($"{Example.Line()}\n{broken}\n{Example.Line()}\n");

        Assert.Equal(["1", $"2 {reason}", "3"], lines.Select(Told));
    }

    [Fact]
    public async Task names_an_unknown_kind_by_the_kinds_that_exist()
    {
        var line = Assert.Single(await Read("""{"signal": {"kind": "VERZUIM_KIND_NONE"}}"""));

        Assert.StartsWith("1 signal.kind: its value does not fit VerzuimKind: use one of VERZUIM_KIND_LUXE, ", Told(line), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"personNumber\": 99999001")]
    [InlineData("\"personNumber\": [\"999990019\"]")]
    [InlineData("\"kind\": \"999990019\"")]
    [InlineData("\"startDate\": {\"year\": 999990019999}")]
    public async Task never_has_its_content_repeated(string field)
    {
        var line = Assert.Single(await Read($"{{\"signal\": {{{field}}}}}"));

        Assert.DoesNotContain("99999", Assert.IsType<SignalLine.Broken>(line).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task has_a_line_of_malformed_UTF8_named()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(Example.Line() + "\n"), .. "{\"requestId\":\""u8, 0xC3, 0x28, .. "\"}\n"u8, .. Encoding.UTF8.GetBytes(Example.Line())];

        Assert.Equal(["1", "2 is no UTF-8 text; write the file again as UTF-8", "3"], (await Read(content)).Select(Told));
    }

    [Fact]
    public async Task that_is_UTF16_or_no_text_at_all_is_given_up_after_three_lines()
    {
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(string.Concat(Example.Lines(20).Select(line => line + "\n")))).ToArray();
        var binary = Enumerable.Range(0, 20).SelectMany(_ => new byte[] { 0x1F, 0x8B, 0x08, (byte)'\n' }).ToArray();

        foreach (var content in (byte[][])[utf16, binary])
        {
            Assert.Equal(
                [
                    .. Enumerable.Range(1, 3).Select(number => $"{number} is no UTF-8 text; write the file again as UTF-8"),
                    "4 was not read, nor what follows: the whole file looks like something else (compressed, Latin-1, UTF-16 or binary); write it as UTF-8 text",
                ],
                (await Read(content)).Select(Told));
        }
    }

    [Theory]
    [InlineData(SignalReader.LongestLine + 1)]
    [InlineData(5 * SignalReader.LongestLine)]
    public async Task has_a_line_over_1_MB_named_wherever_it_stands(int length)
    {
        var tooLong = new string('x', length);

        Assert.Equal(
            ["1", "2 is longer than 1 MB; a signal is a few hundred bytes", "3", "4 is longer than 1 MB; a signal is a few hundred bytes"],
            (await Read($"{Example.Line()}\n{tooLong}\n{Example.Line()}\n{tooLong}")).Select(Told));
    }

    [Fact]
    public async Task is_settled_when_all_its_bytes_are_counted()
    {
        var content = Encoding.UTF8.GetBytes($"{Example.Line()}\n{new string('x', 3_000_000)}\n7\n{Example.Line()}");

        Assert.Equal(content.Length, (await Read(content)).Sum(line => line.Bytes));
    }

    private static Task<List<SignalLine>> Read(string content) => Read(Encoding.UTF8.GetBytes(content));

    private static async Task<List<SignalLine>> Read(byte[] content)
    {
        List<SignalLine> lines = [];
        await foreach (var line in SignalReader.Read(new MemoryStream(content), "f", TestContext.Current.CancellationToken))
        {
            lines.Add(line);
        }

        return lines;
    }

    private static string Told(SignalLine line) => line is SignalLine.Broken broken ? $"{line.Name.Number} {broken.Reason}" : $"{line.Name.Number}";
}
