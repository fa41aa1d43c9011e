using System.Text.Json;
using Google.Protobuf;

namespace Regional.Faults.Tests;

/// <summary>A municipality that pushes a file of signals with the command line, and keeps a journal of what it is told.</summary>
internal sealed class Pusher
{
    private readonly StoringService _service;
    private readonly string _file;

    /// <param name="service">Where to.</param>
    /// <param name="name">Of its files.</param>
    /// <param name="numbers">Of the pupils, one for each signal.</param>
    public Pusher(StoringService service, string name, IEnumerable<int> numbers)
    {
        (_service, _file) = (service, Path.Combine(service.Folder, $"{name}.ndjson"));
        File.WriteAllLines(_file, numbers.Select(number => JsonFormatter.Default.Format(StoringService.Request(number))));
    }

    public string Journal => $"{_file}.journal";

    /// <summary>Why the command gave up, each time that it did.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Pushes the file, and again where the command has given up, until all of it is answered; gives what became of it in the last push.</summary>
    public async Task<(int Accepted, int Duplicate)> Push()
    {
        while (true)
        {
            await using var push = Built.Regional(_service.Stack, "push", _file, "--journal", Journal, "--json");
            while (push.IsRunning)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            await push.Exit();
            // Before it stand the lines of its outages.
            using var summary = JsonDocument.Parse(string.Join('\n', push.Output.SkipWhile(line => line != "{")));
            var error = summary.RootElement.GetProperty("error").GetString();
            if (error is null)
            {
                Assert.True(push.ExitCode == 0, string.Join('\n', push.Output));
                return (summary.RootElement.GetProperty("accepted").GetInt32(), summary.RootElement.GetProperty("duplicate").GetInt32());
            }

            Errors.Add(error);
        }
    }

    /// <summary>Four of them that push at once.</summary>
    /// <param name="service">Where to.</param>
    /// <param name="signals">Of all together.</param>
    public static Pusher[] Four(StoringService service, int signals) =>
        [.. Enumerable.Range(0, 4).Select(i => new Pusher(service, $"pusher{i}", Enumerable.Range(i * signals / 4, signals / 4)))];
}
