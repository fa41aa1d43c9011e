using Grpc.Core;

namespace Regional.Compat.Tests;

public sealed class A_stream_reader
{
    private static CancellationToken Limit => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_read_to_its_end()
    {
        Assert.Equal(["a", "b"], await new Words("a", "b").ReadAllAsync(Limit).ToListAsync(Limit));
    }

    [Fact]
    public void that_is_null_is_refused_at_once()
    {
        Assert.Throws<ArgumentNullException>("streamReader", () => ((IAsyncStreamReader<string>)null!).ReadAllAsync(Limit));
        Assert.Throws<ArgumentNullException>("streamReader", () => { _ = ((IAsyncStreamReader<string>)null!).MoveNext(); });
    }

    [Fact]
    public async Task stops_when_the_token_is_cancelled()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Limit);
        var read = new List<string>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var word in new Words("a", "b").ReadAllAsync(source.Token))
            {
                read.Add(word);
                source.Cancel();
            }
        });

        Assert.Equal(["a"], read);
    }

    [Fact]
    public async Task stops_when_the_token_of_the_loop_is_cancelled()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Limit);
        source.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in new Words("a").ReadAllAsync(CancellationToken.None).WithCancellation(source.Token))
            {
                Assert.Fail("nothing is read");
            }
        });
    }

    [Fact]
    public async Task can_be_moved_without_a_token()
    {
        var words = new Words("a");

        Assert.True(await words.MoveNext());
        Assert.Equal("a", words.Current);
        Assert.False(await words.MoveNext());
    }

    [Fact]
    public async Task has_a_counterpart_that_writes_with_a_token_only_if_it_can_cancel()
    {
        var writer = new OldWriter();

        await ((IAsyncStreamWriter<string>)writer).WriteAsync("a", CancellationToken.None);
        await Assert.ThrowsAsync<NotSupportedException>(() => ((IAsyncStreamWriter<string>)writer).WriteAsync("b", Limit));
        Assert.Equal(["a"], writer.Written);
    }

    private sealed class Words(params string[] words) : IAsyncStreamReader<string>
    {
        private int _next = -1;

        public string Current => words[_next];

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(++_next < words.Length);
        }
    }

    private sealed class OldWriter : IAsyncStreamWriter<string>
    {
        public List<string> Written { get; } = [];

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(string message)
        {
            Written.Add(message);
            return Task.CompletedTask;
        }
    }
}
