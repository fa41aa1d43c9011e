using System.Text;

namespace Regional.Cli.Tests;

public sealed class An_erasure : IAsyncLifetime
{
    private const string Number = "T123456789";

    private readonly Shell _shell = new();
    private readonly FakeSignalering _signalering = new();
    private FakeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await FakeHost.Start(_signalering);
        _shell.StartStack(("signalering", _host.Address));
        _signalering.Stored["1"] = _signalering.Stored["2"] = new() { PersonNumber = Number };
        _signalering.Stored["3"] = new() { PersonNumber = "T987654321" };
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _shell.Dispose();
    }

    [Fact]
    public async Task takes_the_number_from_standard_input_and_says_how_much_is_gone()
    {
        _shell.Input = Encoding.UTF8.GetBytes($" {Number}\n");

        var ran = await _shell.Run("erase", "--municipality", "0106");

        Assert.Equal((ExitCode.Done, "Erased 2 signals.\n", ""), (ran.ExitCode, ran.Out, ran.Error));
        Assert.Equal(["3"], _signalering.Stored.Keys);
        Assert.StartsWith("Bearer ", Assert.Single(_signalering.Tokens));
    }

    [Fact]
    public async Task of_a_pupil_without_signals_says_so()
    {
        _shell.Input = "T000000001\n"u8.ToArray();

        Assert.Equal(0, (await _shell.Run("erase", "--municipality", "0106", "--json")).Json.GetProperty("erasedSignals").GetInt32());
        Assert.Equal("There was nothing to erase: this municipality has no signal about that pupil.\n", (await _shell.Run("erase", "--municipality", "0106")).Out);
    }

    [Theory]
    [InlineData("T123456789", "--municipality: Name the municipality")]
    [InlineData("T123456789", "--municipality: 9999 takes part in no region", "--municipality", "9999")]
    [InlineData("T123456789", "--municipality: It chooses a development token", "--municipality", "0106", "--token", "abc")]
    [InlineData("", "Standard input is empty", "--municipality", "0106")]
    [InlineData("\n", "Standard input is empty", "--municipality", "0106")]
    public async Task that_is_not_asked_for_rightly_erases_nothing(string input, string problem, params string[] args)
    {
        _shell.Input = Encoding.UTF8.GetBytes(input);

        var ran = await _shell.Run(["erase", .. args]);

        Assert.Equal(ExitCode.WrongUsage, ran.ExitCode);
        Assert.StartsWith(problem, ran.OneLine);
        Assert.Equal(3, _signalering.Stored.Count);
    }
}
