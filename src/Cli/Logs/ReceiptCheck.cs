using System.Text.Json;
using Google.Protobuf;
using Regional.EventLog.Receipts;

namespace Regional.Cli.Logs;

/// <summary>A receipt that does not hold.</summary>
internal sealed record BrokenReceipt(int Line, string RequestId, string Fault, string Problem);

/// <summary>What became of the check of a file of receipts.</summary>
internal sealed class ReceiptCheck
{
    private readonly Dictionary<ByteString, (int Line, string RequestId)> _holding = [];
    private readonly List<BrokenReceipt> _broken = [];
    private readonly SortedSet<string> _keys = new(StringComparer.Ordinal);

    private ReceiptCheck(string file, bool isTrusted) => (File, IsTrusted) = (file, isTrusted);

    /// <summary>As the user named it.</summary>
    public string File { get; }

    /// <summary>Whether the keys were compared with those that the user named.</summary>
    public bool IsTrusted { get; }

    /// <summary>Lines that hold a receipt, or should.</summary>
    public int Count { get; private set; }

    /// <summary>Whether one of the lines is a receipt.</summary>
    public bool HoldsAny { get; private set; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<BrokenReceipt> Broken => [.. _broken.OrderBy(broken => broken.Line)];

    /// <summary>The names of the keys with which those that hold were signed.</summary>
    public IReadOnlyCollection<string> Keys => _keys;

    /// <summary>The hashes of the events for which those that hold were given.</summary>
    public HashSet<ByteString> Leaves => [.. _holding.Keys];

    /// <summary>Checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">As the user named it.</param>
    /// <param name="trusted">The keys of the service; null to take each receipt's own.</param>
    public static ReceiptCheck Run(string path, string name, IReadOnlyCollection<byte[]>? trusted)
    {
        var check = new ReceiptCheck(name, trusted is not null);
        var verifier = new ReceiptVerifier(trusted);
        foreach (var (line, receipt) in ReceiptFile.Read(path))
        {
            check.Count++;
            check.HoldsAny |= receipt is not null;
            var fault = receipt is null ? ReceiptFault.Malformed : verifier.Check(receipt);
            if (fault is { } wrong)
            {
                check.Break(line, receipt?.RequestId ?? "", wrong.ToString(), ProblemOf(wrong, receipt is null ? "" : ReceiptKeys.IdOf(receipt.PublicKey.Span)));
            }
            else
            {
                // The same receipt may be there twice, when a push was made again.
                check._holding.TryAdd(receipt!.Leaf, (line, receipt.RequestId));
                check._keys.Add(ReceiptKeys.IdOf(receipt.PublicKey.Span));
            }
        }

        return check;
    }

    /// <summary>Some of the events were found in no log.</summary>
    public void Miss(IEnumerable<ByteString> leaves)
    {
        foreach (var (line, requestId) in leaves.Select(leaf => _holding[leaf]))
        {
            Break(line, requestId, "NotInLog", "it was given for an event that the log does not hold: the log has lost it, or is another service's");
        }
    }

    private void Break(int line, string requestId, string fault, string problem) =>
        _broken.Add(new(line, requestId, JsonNamingPolicy.SnakeCaseUpper.ConvertName(fault), problem));

    private static string ProblemOf(ReceiptFault fault, string key) => fault switch
    {
        ReceiptFault.Malformed => "it is no receipt, or a part of it is missing; take it from the file that push wrote",
        ReceiptFault.Path => "its path does not lead from its event to its root: it was altered",
        ReceiptFault.UnknownKey => $"it was signed with the key {key}, which is not among the public keys; name those of the service that gave it",
        _ => "its signature is not that of its key over this commit: it was altered",
    };
}
