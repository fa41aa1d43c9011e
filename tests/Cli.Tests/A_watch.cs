using System.Collections.Concurrent;
using Grpc.Core;
using Regional.Wire.Signalering.V1;

namespace Regional.Cli.Tests;

public sealed class A_watch : IAsyncLifetime
{
    private readonly Shell _shell = new();
    private readonly FakeSignalering _signalering = new();
    private FakeHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await FakeHost.Start(_signalering);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _shell.Dispose();
    }

    [Fact]
    public async Task prints_a_line_for_each_signal_and_ends_with_0_when_it_is_stopped()
    {
        _signalering.Watch = Sends("Z-1", "Z-2");

        var ran = await WatchUntil("Z-2");

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        Assert.Equal("2025-03-03..            0106  ZESTIEN_UUR      20LO00  Z-1  regions/VO2201/signals/Z-1\n2025-03-03..            0106  ZESTIEN_UUR      20LO00  Z-2  regions/VO2201/signals/Z-2\n", ran.Out);
    }

    [Fact]
    public async Task prints_a_message_of_the_contract_on_each_line_as_JSON()
    {
        _signalering.Watch = Sends("Z-1", "Z-2");

        var ran = await WatchUntil("Z-2", "--json");

        Assert.Equal(["Z-1", "Z-2"], ran.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Google.Protobuf.JsonParser.Default.Parse<Signal>(line).CaseNumber));
    }

    [Fact]
    public async Task goes_on_behind_the_last_message_after_a_break()
    {
        var resumed = new ConcurrentQueue<string>();
        _signalering.Watch = async (request, responses, context) =>
        {
            resumed.Enqueue(request.ResumeToken);
            await responses.WriteAsync(News(request.ResumeToken.Length == 0 ? "Z-1" : "Z-2"), context.CancellationToken);
            if (request.ResumeToken.Length == 0)
            {
                // Only to renew the token.
                await responses.WriteAsync(new() { ResumeToken = "later" }, context.CancellationToken);
                return;
            }

            await Forever(context);
        };

        var ran = await WatchUntil("Z-2");

        Assert.Equal(["", "later"], resumed);
        Assert.Equal(2, ran.Out.AsSpan().Count('\n'));
        Assert.Equal($"No connection to {_host.Address.GetLeftPart(UriPartial.Authority)}; trying again for half a minute.\nConnected again.\n", ran.Error);
    }

    [Fact]
    public async Task ends_with_one_line_when_it_is_refused()
    {
        _signalering.Watch = (_, _, _) => throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_FIELDS", "resume_token: was not given to you.", "resume_token");

        var ran = await Run();

        Assert.Equal((ExitCode.NotDone, "INVALID_ARGUMENT INVALID_FIELDS: resume_token: was not given to you. [resume_token]"), (ran.ExitCode, ran.OneLine));
    }

    [Fact]
    public async Task gives_up_when_nobody_answers()
    {
        await _host.DisposeAsync();

        var ran = await Run();

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.Contains("\nNo service answers at ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task follows_every_municipality_of_the_region_with_a_token_of_its_own()
    {
        _shell.StartStack(("signalering", _host.Address));
        var parents = new ConcurrentQueue<string>();
        _signalering.Watch = (request, _, _) =>
        {
            parents.Enqueue(request.Parent);
            throw Refusals.Of(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED", "No.");
        };

        await _shell.Run("watch", "--region", "VO2201", "--municipality", "1730");
        Assert.Single(_signalering.Tokens);

        _signalering.Watch = Sends("Z-1");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new StopAt("Z-1", 4, stop);
        var ran = await _shell.Run(["watch", "--region", "VO2201"], output, stop.Token);

        Assert.Equal(ExitCode.Done, ran.ExitCode);
        Assert.Equal(4, _signalering.Tokens.Skip(1).Distinct().Count());
        Assert.Equal(["regions/VO2201"], parents);
    }

    [Theory]
    [InlineData("--municipality: 0363 takes no part in VO2201. Take one of 0106, 1680, 1730, 1731.", "VO2201", "0363")]
    [InlineData("--region: No municipality takes part in VO9999 here. Take one of PO3008, VO2201.", "VO9999", "0106")]
    public async Task names_the_option_whose_value_does_not_exist(string line, string region, string municipality)
    {
        _shell.StartStack(("signalering", _host.Address));

        var ran = await _shell.Run("watch", "--region", region, "--municipality", municipality);

        Assert.Equal((ExitCode.WrongUsage, line), (ran.ExitCode, ran.OneLine));
    }

    [Fact]
    public async Task takes_no_municipality_beside_a_token()
    {
        var ran = await Run("--municipality", "0106");

        Assert.Equal(ExitCode.WrongUsage, ran.ExitCode);
        Assert.StartsWith("--municipality: ", ran.OneLine, StringComparison.Ordinal);
    }

    private static Func<WatchSignalsRequest, IServerStreamWriter<WatchSignalsResponse>, ServerCallContext, Task> Sends(params string[] caseNumbers) => async (_, responses, context) =>
    {
        foreach (var caseNumber in caseNumbers)
        {
            await responses.WriteAsync(News(caseNumber), context.CancellationToken);
        }

        await Forever(context);
    };

    private static WatchSignalsResponse News(string caseNumber)
    {
        var signal = Example.Signal().Signal;
        (signal.CaseNumber, signal.Name) = (caseNumber, $"regions/VO2201/signals/{caseNumber}");
        return new() { Signal = signal, ResumeToken = $"after {caseNumber}" };
    }

    private static async Task Forever(ServerCallContext context) => await Task.Delay(Timeout.Infinite, context.CancellationToken);

    private async Task<Ran> WatchUntil(string text, params string[] args)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var output = new StopAt(text, 1, stop);
        return await _shell.Run(["watch", "--region", "VO2201", "--token", "secret", "--address", _host.Address.ToString(), .. args], output, stop.Token);
    }

    private Task<Ran> Run(params string[] args) => _shell.Run(["watch", "--region", "VO2201", "--token", "secret", "--address", _host.Address.ToString(), .. args]);

    /// <summary>Presses Ctrl-C when a text has been printed often enough.</summary>
    private sealed class StopAt(string text, int times, CancellationTokenSource stop) : StringWriter
    {
        private int _seen;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value!.Contains(text, StringComparison.Ordinal) && ++_seen == times)
            {
                stop.Cancel();
            }
        }
    }
}
