using System.Security.Cryptography;
using Dapper;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using Regional.EventLog.Chain;
using Regional.EventLog.Receipts;
using Regional.EventLog.Tests.Accounts;
using Regional.ServiceDefaults.Refusals;
using Regional.Tests;
using Regional.Wire.Receipts.V1;

namespace Regional.EventLog.Tests;

public abstract class A_receipt(Store store)
{
    [Fact]
    public async Task holds_without_the_log()
    {
        await using var ledger = await Ledger.Open(store);
        var postings = Enumerable.Range(0, 300).Select(i => new Posting($"{i % 7}", 1)).ToList();
        await ledger.Post(postings[..100]);
        await ledger.Post(postings[100..]);

        var receipts = await ledger.ReceiptsOf(postings);

        Assert.Equal(postings.Select(p => p.RequestId).Order(), receipts.Keys.Order());
        var verifier = new ReceiptVerifier([ledger.ReceiptKeys.PublicKey.ToArray()]);
        Assert.All(receipts.Values, receipt => Assert.Null(verifier.Check(receipt)));
        Assert.Equal(300, receipts.Values.Select(r => r.Leaf).Distinct().Count());
        Assert.Equal(2, receipts.Values.Select(r => r.Root).Distinct().Count());
    }

    [Fact]
    public async Task is_the_same_again_and_after_a_restart_and_under_a_new_key()
    {
        await using var ledger = await Ledger.Open(store);
        var (posting, later) = (new Posting("a", 1), new Posting("a", 1));
        await ledger.Post(posting);
        var first = (await ledger.ReceiptsOf([posting])).Values.Single();
        Assert.Equal(first, (await ledger.ReceiptsOf([posting])).Values.Single());

        await ledger.Reopen();
        Assert.Equal(first, (await ledger.ReceiptsOf([posting])).Values.Single());

        ledger.LoseReceiptKey();
        await ledger.Reopen();
        await ledger.Post(later);
        var receipts = await ledger.ReceiptsOf([posting, later]);
        Assert.Equal(first, receipts[posting.RequestId]);
        Assert.NotEqual(first.PublicKey, receipts[later.RequestId].PublicKey);
        Assert.Equal(2, ledger.ReceiptKeys.Public().Count);
        Assert.All(receipts.Values, receipt => Assert.Null(new ReceiptVerifier(ledger.ReceiptKeys.Public()).Check(receipt)));
        Assert.Equal(ReceiptFault.UnknownKey, new ReceiptVerifier([ledger.ReceiptKeys.PublicKey.ToArray()]).Check(first));
    }

    [Fact]
    public async Task is_signed_anew_where_its_key_was_withdrawn_or_was_never_the_services()
    {
        await using var ledger = await Ledger.Open(store);
        var posting = new Posting("a", 1);
        await ledger.Post(posting);
        var leaked = (await ledger.ReceiptsOf([posting])).Values.Single();
        ledger.WithdrawReceiptKeys();
        await ledger.Reopen();

        var receipt = (await ledger.ReceiptsOf([posting])).Values.Single();

        Assert.NotEqual(leaked.PublicKey, receipt.PublicKey);
        Assert.Null(new ReceiptVerifier(ledger.ReceiptKeys.Public()).Check(receipt));
        Assert.Equal(ReceiptFault.UnknownKey, new ReceiptVerifier(ledger.ReceiptKeys.Public()).Check(leaked));
        Assert.Equal(receipt, (await ledger.ReceiptsOf([posting])).Values.Single());

        await ledger.Database.Write(transaction => transaction.Connection!.ExecuteAsync(
            "update commit_signatures set public_key = @key", new { key = leaked.PublicKey.ToByteArray() }, transaction));
        Assert.Equal(receipt.PublicKey, (await ledger.ReceiptsOf([posting])).Values.Single().PublicKey);
    }

    [Fact]
    public async Task of_a_request_with_two_events_is_for_the_first_of_them()
    {
        await using var ledger = await Ledger.Open(store);
        var (posting, emptying) = (new Posting("a", 1), new Posting("a", -1));
        await ledger.Post(posting, emptying, new Posting("b", 1));

        var leaf = (await ledger.ReceiptsOf([emptying])).Values.Single().Leaf.ToByteArray();

        Assert.Equal(Convert.ToHexString(ledger.Leaf(2)), Convert.ToHexString(leaf));
    }

    [Fact]
    public async Task is_given_to_nobody_else_and_for_nothing_that_was_refused()
    {
        await using var ledger = await Ledger.Open(store);
        var (posting, refused) = (new Posting("a", 1), new Posting("a", -2));
        await ledger.Post(posting, refused);

        Assert.Empty(await ledger.ReceiptsOf([refused]));
        Assert.Empty(await ledger.ReceiptsOf([posting with { Caller = "another" }]));
    }

    [Fact]
    public async Task of_requests_in_two_logs_is_of_the_log_that_has_each()
    {
        await using var ledger = await Ledger.Open(store);
        var (here, there) = (new Posting("a", 1), new Posting("a", 1));
        await ledger.Post(here);
        await ledger.PostIn("PO3008", there);

        var receipts = await ledger.ReceiptsOf([here, there]);

        Assert.Equal([ledger.Leaf(1), ledger.Leaf(1, "PO3008")], new[] { here, there }.Select(p => receipts[p.RequestId].Leaf.ToByteArray()));
    }

    [Fact]
    public async Task tells_neither_a_position_nor_how_many_others_there_are()
    {
        await using var ledger = await Ledger.Open(store);
        var (alone, among) = (new Posting("a", 1), new Posting("b", 1));
        await ledger.Post(alone);
        await ledger.Post([.. Enumerable.Range(0, 300).Select(_ => new Posting("c", 1)), among]);

        var receipts = await ledger.ReceiptsOf([alone, among]);

        // A signature is a few bytes longer or shorter by chance.
        Assert.Equal(
            Sizes(receipts[alone.RequestId]), Sizes(receipts[among.RequestId]));
        Assert.DoesNotContain(Receipt.Descriptor.Fields.InFieldNumberOrder(), field => field.FieldType is Google.Protobuf.Reflection.FieldType.Int64 or Google.Protobuf.Reflection.FieldType.Int32);

        static (int, int) Sizes(Receipt receipt) => (receipt.Path.Count, receipt.CalculateSize() - receipt.Signature.Length);
    }

    [Theory]
    [InlineData("update events set hash = (select hash from events where position = 1) where position = 2")]
    [InlineData("update commits set root = hash")]
    [InlineData("update commits set hash = root")]
    [InlineData("delete from events where position = 3")]
    public async Task is_not_signed_for_a_log_that_was_tampered_with(string tampering)
    {
        await using var ledger = await Ledger.Open(store);
        var posting = new Posting("a", 1);
        await ledger.Post(posting, new Posting("a", 1), new Posting("a", 1));
        await ledger.Database.Write(transaction => transaction.Connection!.ExecuteAsync(tampering, transaction: transaction));

        await Assert.ThrowsAsync<InvalidDataException>(() => ledger.ReceiptsOf([posting]));
    }

    [Fact]
    public async Task is_signed_once_though_many_ask_at_once()
    {
        await using var ledger = await Ledger.Open(store);
        var postings = Enumerable.Range(0, 16).Select(_ => new Posting("a", 1)).ToList();
        await ledger.Post(postings);

        var receipts = await Task.WhenAll(postings.Select(posting => ledger.ReceiptsOf([posting])));

        Assert.Single(receipts.SelectMany(r => r.Values).Select(r => r.Signature).Distinct());
    }
}

public sealed class A_receipt_on_SQLite() : A_receipt(new Store());

public sealed class A_receipt_on_PostgreSQL(PostgreSqlFixture postgreSql) : A_receipt(new Store(postgreSql));

public sealed class The_key_of_receipts : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public async Task that_is_damaged_stops_the_start_with_one_line_and_is_not_replaced(string content)
    {
        File.WriteAllText(_folder.File("receipts.pem"), content);

        var fault = await Assert.ThrowsAsync<StartupFaultException>(Open);

        Assert.StartsWith(_folder.File("receipts.pem") + " is no private key in PEM, or none on the curve P-256; restore it", fault.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(_folder.File("receipts.pem")));
    }

    [Fact]
    public async Task on_another_curve_stops_the_start()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        File.WriteAllText(_folder.File("receipts.pem"), other.ExportPkcs8PrivateKeyPem());

        await Assert.ThrowsAsync<StartupFaultException>(Open);
    }

    [Fact]
    public async Task is_one_for_two_that_start_at_once_and_readable_by_its_owner_only()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Open)));

        Assert.Single(keys.Select(key => Convert.ToHexString(key.PublicKey.Span)).Distinct());
        Assert.Equal(Convert.ToHexString(keys[0].PublicKey.Span), Convert.ToHexString(Assert.Single(keys[0].Public())));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("receipts.pem")));
        }
    }

    private async Task<EventLog.Receipts.ReceiptKeys> Open()
    {
        var keys = new EventLog.Receipts.ReceiptKeys(_folder.Path);
        await keys.StartAsync(TestContext.Current.CancellationToken);
        return keys;
    }
}

public sealed class A_receipt_that_is_checked
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static byte[] PublicKey => Key.ExportSubjectPublicKeyInfo();

    [Fact]
    public void holds_for_every_event_of_a_commit_of_any_size() => Prop.ForAll(Arb.From(Gen.Choose(1, 500)), Arb.From(Gen.Choose(0, 499)), (count, index) =>
        Assert.Null(new ReceiptVerifier([PublicKey]).Check(Made(count, index % count)))).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Fact]
    public void does_not_hold_with_any_bit_of_it_turned()
    {
        var good = Made(5, 2);
        for (var bit = 0; bit < Bytes(good).Sum(part => part.Length) * 8; bit++)
        {
            var turned = Turned(good, bit);
            Assert.NotNull(new ReceiptVerifier([PublicKey]).Check(turned));
            Assert.NotNull(new ReceiptVerifier(null).Check(turned));
        }
    }

    [Fact]
    public void does_not_hold_after_a_good_one_because_of_that()
    {
        var good = Made(5, 2);
        var verifier = new ReceiptVerifier([PublicKey]);
        Assert.Null(verifier.Check(good));

        Assert.Equal(ReceiptFault.Signature, verifier.Check(new Receipt(good) { Previous = ByteString.CopyFrom(new byte[32]) }));
        Assert.Equal(ReceiptFault.Path, verifier.Check(new Receipt(good) { Leaf = good.Root }));
    }

    [Fact]
    public void is_malformed_where_a_part_is_missing_or_has_another_length()
    {
        var good = Made(5, 2);
        Assert.All(
            new[]
            {
                new Receipt(),
                new Receipt(good) { Leaf = ByteString.Empty },
                new Receipt(good) { Root = good.Signature },
                new Receipt(good) { Previous = ByteString.CopyFrom(new byte[31]) },
                new Receipt(good) { Path = { good.Leaf } },
            },
            receipt => Assert.Equal(ReceiptFault.Malformed, new ReceiptVerifier(null).Check(receipt)));
        Assert.Equal(ReceiptFault.Signature, new ReceiptVerifier(null).Check(new Receipt(good) { Signature = ByteString.Empty }));
        Assert.Equal(ReceiptFault.Signature, new ReceiptVerifier(null).Check(new Receipt(good) { PublicKey = ByteString.CopyFrom([.. PublicKey, 0]) }));
    }

    [Fact]
    public void signed_with_another_key_is_told_apart_where_the_keys_are_known()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = Made(5, 2, other);

        Assert.Equal(ReceiptFault.UnknownKey, new ReceiptVerifier([PublicKey]).Check(forged));
        Assert.Null(new ReceiptVerifier(null).Check(forged));
        Assert.Equal(ReceiptFault.Signature, new ReceiptVerifier([PublicKey]).Check(new Receipt(forged) { PublicKey = ByteString.CopyFrom(PublicKey) }));
    }

    [Fact]
    public void signed_on_another_curve_does_not_hold()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Equal(ReceiptFault.Signature, new ReceiptVerifier(null).Check(Made(5, 2, other)));
    }

    private static Receipt Made(int count, int index, ECDsa? key = null)
    {
        var tree = new MerkleTree([.. Enumerable.Range(0, count).Select(i => SHA256.HashData(BitConverter.GetBytes(i)))], new byte[16]);
        var previous = SHA256.HashData([7]);
        return new Receipt
        {
            Leaf = ByteString.CopyFrom(tree.Leaf(index)),
            Path = { tree.Path(index).Select(node => ByteString.CopyFrom(node)) },
            Root = ByteString.CopyFrom(tree.Root),
            Previous = ByteString.CopyFrom(previous),
            PublicKey = ByteString.CopyFrom((key ?? Key).ExportSubjectPublicKeyInfo()),
            Signature = ByteString.CopyFrom((key ?? Key).SignHash(HashChain.Commit(previous, tree.Root), DSASignatureFormat.Rfc3279DerSequence)),
        };
    }

    private static List<byte[]> Bytes(Receipt receipt) =>
        [.. new[] { receipt.Leaf, receipt.Root, receipt.Previous, receipt.PublicKey, receipt.Signature }.Concat(receipt.Path).Select(part => part.ToByteArray())];

    private static Receipt Turned(Receipt receipt, int bit)
    {
        var parts = Bytes(receipt);
        var (part, place) = (0, bit / 8);
        for (; place >= parts[part].Length; part++)
        {
            place -= parts[part].Length;
        }

        parts[part][place] ^= (byte)(1 << (bit % 8));
        return new Receipt
        {
            Leaf = ByteString.CopyFrom(parts[0]),
            Root = ByteString.CopyFrom(parts[1]),
            Previous = ByteString.CopyFrom(parts[2]),
            PublicKey = ByteString.CopyFrom(parts[3]),
            Signature = ByteString.CopyFrom(parts[4]),
            Path = { parts.Skip(5).Select(node => ByteString.CopyFrom(node)) },
        };
    }
}
