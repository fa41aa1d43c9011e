using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog.Erasing;

/// <summary>A case or file in one log.</summary>
/// <param name="Region">The log.</param>
/// <param name="File">Its opaque id, 16 bytes.</param>
public readonly record struct FileOfLog(string Region, byte[] File);

/// <summary>One order to erase.</summary>
/// <param name="Ordered">When it was given.</param>
/// <param name="Subject">One-way hash of the subject: it tells nothing, and finds the row of a backup that still has the subject.</param>
/// <param name="Files">What is erased of the subject.</param>
internal sealed record Erasure(DateTimeOffset Ordered, Guid Subject, IReadOnlyList<FileOfLog> Files)
{
    /// <summary>What stands in the list for a subject.</summary>
    public static Guid MarkOf(ReadOnlySpan<byte> subject) => new(SHA256.HashData([.. "erased subject "u8, .. subject])[..16], bigEndian: true);
}

/// <summary>The list of all erasures, in a file apart from the database: what a backup brings back is erased again by it.</summary>
/// <remarks>
/// One JSON object a line, each with a hash over it and the line before: <c>{"ordered":"2025-03-14T09:00:00Z","subject":"…","files":["VO2201/…"],"hash":"…"}</c>.
/// It is only added to. A last line that was cut off by a crash was never answered, and is dropped at the next order.
/// </remarks>
/// <param name="file">The file; readable by its owner only.</param>
/// <param name="clock">By which it waits for another process that has the file.</param>
internal sealed class ErasureList(string file, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Where it is, for people.</summary>
    public string Place => file;

    /// <summary>All that stands in it.</summary>
    /// <exception cref="StartupFaultException">A line is not what was written.</exception>
    public async Task<ErasureOrders> Read()
    {
        await using var stream = await Open(FileAccess.Read);
        return (await Read(stream)).Orders;
    }

    /// <summary>Adds an order; when this returns, it will be carried out, whatever dies.</summary>
    public async Task Append(Erasure erasure)
    {
        await using var stream = await Open(FileAccess.ReadWrite);
        var (orders, end) = await Read(stream);
        stream.SetLength(end);
        stream.Seek(0, SeekOrigin.End);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(Line.Of(erasure, orders.All.Hash ?? "").ToString()));
        stream.Flush(flushToDisk: true);
    }

    private async Task<(ErasureOrders Orders, long End)> Read(FileStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var text = await reader.ReadToEndAsync();
        var entries = new List<Erasure>();
        var hashes = new List<string>();
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        foreach (var line in whole.Split('\n')[..^1])
        {
            var erasure = Line.Read(line)?.Follows(hashes.LastOrDefault(""));
            entries.Add(erasure ?? throw new StartupFaultException($"{file}, line {entries.Count + 1}, is not what was written there; restore the newest copy of the list of erasures."));
            hashes.Add(Line.Of(erasure, hashes.LastOrDefault("")).Hash);
        }

        return (new(entries, hashes), Encoding.UTF8.GetByteCount(whole));
    }

    // Of several processes one at a time has it.
    private async Task<FileStream> Open(FileAccess access)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        while (true)
        {
            try
            {
                return SecretFile.OpenAlone(file, access);
            }
            catch (IOException) when (!patience.IsCancellationRequested)
            {
                await Task.Delay(Pause, clock, CancellationToken.None);
            }
        }
    }

    private sealed record Line(DateTimeOffset Ordered, Guid Subject, IReadOnlyList<string> Files, string Hash)
    {
        private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

        public static Line Of(Erasure erasure, string previous)
        {
            var line = new Line(erasure.Ordered, erasure.Subject, [.. erasure.Files.Select(f => $"{f.Region}/{Convert.ToHexStringLower(f.File)}")], "");
            return line with { Hash = line.HashAfter(previous) };
        }

        public static Line? Read(string text)
        {
            try
            {
                return JsonSerializer.Deserialize<Line>(text, Form);
            }
            catch (JsonException)
            {
                return null;
            }
        }

        /// <summary>The order, where the line follows the one of that hash.</summary>
        public Erasure? Follows(string previous) => Hash == HashAfter(previous)
            ? new(Ordered, Subject, [.. Files.Select(f => f.Split('/')).Select(f => new FileOfLog(f[0], Convert.FromHexString(f[1])))])
            : null;

        public override string ToString() => $"{JsonSerializer.Serialize(this, Form)}\n";

        private string HashAfter(string previous) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{previous}\n{Ordered:O}\n{Subject:N}\n{string.Join('\n', Files ?? [])}"))));
    }
}
