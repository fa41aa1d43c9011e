using Grpc.Core;

namespace Regional.Compat.Tests;

public sealed class Options_of_a_call
{
    [Fact]
    public void are_empty_by_default()
    {
        var options = default(CallOptions);

        Assert.Equal((null, null, null, null, null), (options.Headers, options.Deadline, options.WriteOptions, options.PropagationToken, options.Credentials));
        Assert.False(options.IsWaitForReady);
        Assert.False(options.CancellationToken.CanBeCanceled);
    }

    [Fact]
    public void change_one_by_one_and_only_in_the_copy()
    {
        var options = default(CallOptions);
        var headers = new Metadata();
        var write = new WriteOptions(WriteFlags.NoCompress);
        var credentials = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);
        using var source = new CancellationTokenSource();

        var changed = options.WithHeaders(headers).WithDeadline(DateTime.UnixEpoch).WithCancellationToken(source.Token)
            .WithWriteOptions(write).WithCredentials(credentials).WithPropagationToken(null!).WithWaitForReady();

        Assert.Same(headers, changed.Headers);
        Assert.Equal(DateTime.UnixEpoch, changed.Deadline);
        Assert.Equal(source.Token, changed.CancellationToken);
        Assert.Same(write, changed.WriteOptions);
        Assert.Same(credentials, changed.Credentials);
        Assert.True(changed.IsWaitForReady);
        Assert.False(changed.WithWaitForReady(false).IsWaitForReady);
        Assert.Equal((null, null, false), (options.Headers, options.Deadline, options.IsWaitForReady));
    }

    [Fact]
    public void write_by_default_without_flags()
    {
        Assert.Equal(default, WriteOptions.Default.Flags);
        Assert.Equal(WriteFlags.BufferHint | WriteFlags.NoCompress, new WriteOptions((WriteFlags)3).Flags);
    }
}
