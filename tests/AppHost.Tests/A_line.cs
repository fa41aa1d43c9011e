using Microsoft.Extensions.Logging;
using Regional.AppHost.Development.StatusPage.Logs;

namespace Regional.AppHost.Tests;

public sealed class A_line
{
    [Theory]
    [InlineData("info: Microsoft.Hosting.Lifetime[14]", LogLevel.Information)]
    [InlineData("dbug: Npgsql.Command[2000]", LogLevel.Debug)]
    [InlineData("warn: Regional.EventLog.Follower[3]", LogLevel.Warning)]
    [InlineData("fail: Regional.EventLog.Appender[1]", LogLevel.Error)]
    [InlineData("crit: Microsoft.AspNetCore.Server.Kestrel[0]", LogLevel.Critical)]
    [InlineData("Unhandled exception. System.InvalidOperationException: no", LogLevel.Critical)]
    [InlineData("2026-01-31 12:00:00.000 CET [312] LOG:  database system is ready", LogLevel.Information)]
    [InlineData("2026-01-31 12:00:00.000 UTC [312] regional@cases FATAL:  no such role", LogLevel.Critical)]
    [InlineData("2026-01-31 12:00:00.123456+00:00 [warning] <0.1.0> memory is low", LogLevel.Warning)]
    [InlineData("12:M 31 Jan 2026 12:00:00.000 # WARNING Memory overcommit must be enabled!", null)]
    [InlineData("information: none of these", null)]
    public void tells_how_grave_it_is(string line, LogLevel? level) => Assert.Equal(level, LogText.LevelOf(line));

    [Fact]
    public void is_shown_without_the_colours_of_a_terminal()
    {
        var tail = new LogTail();

        tail.Add([new(1, "\e[41m\e[30mfail\e[39m\e[22m\e[49m: Talker[8]", IsErrorMessage: false)]);

        Assert.Equal(new ShownLine(1, 1, LogLevel.Error, "fail: Talker[8]"), Assert.Single(tail.Now().Lines));
    }

    [Fact]
    public void goes_when_two_million_characters_have_followed()
    {
        var tail = new LogTail();
        var text = new string('x', 8_000);

        for (var i = 1; i <= 1_000; i++)
        {
            tail.Add([new(i, text, IsErrorMessage: false)]);
        }

        Assert.Equal(LogTail.MostCharacters / text.Length, tail.Now().Lines.Count);
        Assert.Equal(1_000, tail.Now().Lines[^1].Number);
    }

    [Fact]
    public void goes_when_more_than_ten_thousand_have_followed()
    {
        var tail = new LogTail();

        for (var i = 1; i <= 25_500; i++)
        {
            tail.Add([new(i, $"line {i}", IsErrorMessage: false)]);
        }

        var (lines, total) = tail.Now();
        Assert.Equal((LogTail.Most, 25_500), (lines.Count, total));
        Assert.Equal((15_501, 25_500), (lines[0].Number, lines[^1].Number));
    }
}
