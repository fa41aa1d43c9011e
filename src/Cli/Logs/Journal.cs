using System.Text.Json;
using Google.Protobuf;
using Regional.Wire.Signalering.V1;
using static Regional.Wire.Signalering.V1.ItemResult.Types;

namespace Regional.Cli.Logs;

/// <summary>What a push notes: each signal before it is sent, and what was answered as soon as it is.</summary>
/// <remarks>A line is <c>{"sent": …}</c> with the request as the contract has it, or <c>{"requestId": …, "answer": "ACCEPTED"}</c>.</remarks>
internal sealed class Journal
{
    private readonly Dictionary<Guid, JournalEntry> _entries = [];

    /// <summary>Lines that could not be read.</summary>
    public List<(string File, int Line)> Broken { get; } = [];

    /// <summary>By request id.</summary>
    public IReadOnlyDictionary<Guid, JournalEntry> Entries => _entries;

    public static string Sent(CreateSignalRequest request) => $"{{\"sent\":{JsonFormatter.Default.Format(request)}}}";

    public static string Answered(string requestId, Outcome outcome) =>
        JsonSerializer.Serialize(new { requestId, answer = (outcome == default ? Outcome.Accepted : outcome).ToString().ToUpperInvariant() });

    /// <summary>Reads one journal, in addition to those that were read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">As the user named it.</param>
    /// <returns>False where it has lines, and none of them is a journal's.</returns>
    public bool Read(string path, string name)
    {
        var (number, broken) = (0, Broken.Count);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            try
            {
                using var json = JsonDocument.Parse(line);
                Take(json.RootElement);
            }
            catch (Exception unreadable) when (unreadable is JsonException or InvalidProtocolBufferException or KeyNotFoundException or FormatException or InvalidOperationException)
            {
                Broken.Add((name, number));
            }
        }

        return number == 0 || Broken.Count - broken < number;
    }

    private void Take(JsonElement line)
    {
        if (line.TryGetProperty("sent", out var sent))
        {
            var request = JsonParser.Default.Parse<CreateSignalRequest>(sent.GetRawText());
            request.WithReceipt = false; // as the service has it: no part of the content
            EntryOf(Guid.Parse(request.RequestId)).Sent.Add(request);
        }
        else
        {
            var entry = EntryOf(line.GetProperty("requestId").GetGuid());
            var isRejected = line.GetProperty("answer").GetString() == "REJECTED";
            entry.IsAcknowledged |= !isRejected;
            entry.IsRejected |= isRejected;
        }
    }

    private JournalEntry EntryOf(Guid id)
    {
        if (!_entries.TryGetValue(id, out var entry))
        {
            _entries.Add(id, entry = new());
        }

        return entry;
    }
}

/// <summary>What journals say of one request id.</summary>
internal sealed class JournalEntry
{
    /// <summary>With what it was sent; several times the same where a push was made again.</summary>
    public List<CreateSignalRequest> Sent { get; } = [];

    /// <summary>Whether somebody was told that it is stored.</summary>
    public bool IsAcknowledged { get; set; }

    /// <summary>Whether somebody was told that it is not.</summary>
    public bool IsRejected { get; set; }

    /// <summary>Whether it was found in the log.</summary>
    public bool IsStored { get; set; }
}
