using Dapper;
using Regional.EventLog.Receipts;
using Regional.EventLog.Tests.Accounts;
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
