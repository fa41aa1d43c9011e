using Grpc.Core;

namespace Regional.Compat.Tests;

/// <summary>A service written as generated code would be: one method of each kind, with strings for messages.</summary>
internal static class Parrot
{
    public static readonly Method<string, string> Say = Define(MethodType.Unary, nameof(Say));
    public static readonly Method<string, string> Gather = Define(MethodType.ClientStreaming, nameof(Gather));
    public static readonly Method<string, string> Spell = Define(MethodType.ServerStreaming, nameof(Spell));
    public static readonly Method<string, string> Chat = Define(MethodType.DuplexStreaming, nameof(Chat));

    public static void Bind(ServiceBinderBase binder, ParrotBase? _)
    {
        binder.AddMethod(Say, (UnaryServerMethod<string, string>?)null);
        binder.AddMethod(Gather, (ClientStreamingServerMethod<string, string>?)null);
        binder.AddMethod(Spell, (ServerStreamingServerMethod<string, string>?)null);
        binder.AddMethod(Chat, (DuplexStreamingServerMethod<string, string>?)null);
    }

    private static Method<string, string> Define(MethodType type, string name) =>
        new(type, "regional.compat.tests.Parrot", name, Marshallers.StringMarshaller, Marshallers.StringMarshaller);
}

[BindServiceMethod(typeof(Parrot), nameof(Parrot.Bind))]
internal abstract class ParrotBase
{
    public abstract Task<string> Say(string request, ServerCallContext context);

    public abstract Task<string> Gather(IAsyncStreamReader<string> requests, ServerCallContext context);

    public abstract Task Spell(string request, IServerStreamWriter<string> responses, ServerCallContext context);

    public abstract Task Chat(IAsyncStreamReader<string> requests, IServerStreamWriter<string> responses, ServerCallContext context);
}

/// <summary>Repeats what it hears; refuses <c>refuse</c> and waits for the end of the call at <c>wait</c>.</summary>
internal sealed class ParrotService : ParrotBase
{
    public override async Task<string> Say(string request, ServerCallContext context)
    {
        await context.WriteResponseHeadersAsync([.. context.RequestHeaders.Where(header => header.Key.StartsWith("x-", StringComparison.Ordinal))]);
        context.ResponseTrailers.Add("x-length-bin", BitConverter.GetBytes(request.Length));
        return request switch
        {
            "refuse" => throw new RpcException(new Status(StatusCode.FailedPrecondition, "Not now."), new Metadata { { "x-reason", "moult" } }),
            "wait" => await UntilTheEndOf(context),
            _ => request,
        };
    }

    public override async Task<string> Gather(IAsyncStreamReader<string> requests, ServerCallContext context) =>
        string.Join('+', await requests.ReadAllAsync(context.CancellationToken).ToListAsync(context.CancellationToken));

    public override async Task Spell(string request, IServerStreamWriter<string> responses, ServerCallContext context)
    {
        foreach (var letter in request)
        {
            await responses.WriteAsync(letter.ToString(), context.CancellationToken);
        }
    }

    public override async Task Chat(IAsyncStreamReader<string> requests, IServerStreamWriter<string> responses, ServerCallContext context)
    {
        while (await requests.MoveNext())
        {
            await responses.WriteAsync(requests.Current);
        }
    }

    private static async Task<string> UntilTheEndOf(ServerCallContext context)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, context.CancellationToken);
        return "";
    }
}

internal sealed class ParrotClient : ClientBase<ParrotClient>
{
    public ParrotClient(ChannelBase channel)
        : base(channel)
    {
    }

    public ParrotClient(CallInvoker callInvoker)
        : base(callInvoker)
    {
    }

    public ParrotClient()
    {
    }

    private ParrotClient(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    public string Say(string request, CallOptions options) => CallInvoker.BlockingUnaryCall(Parrot.Say, null, options, request);

    public AsyncUnaryCall<string> SayAsync(string request, CallOptions options) => CallInvoker.AsyncUnaryCall(Parrot.Say, null, options, request);

    public AsyncClientStreamingCall<string, string> Gather(CallOptions options) => CallInvoker.AsyncClientStreamingCall(Parrot.Gather, null, options);

    public AsyncServerStreamingCall<string> Spell(string request, CallOptions options) =>
        CallInvoker.AsyncServerStreamingCall(Parrot.Spell, null, options, request);

    public AsyncDuplexStreamingCall<string, string> Chat(CallOptions options) => CallInvoker.AsyncDuplexStreamingCall(Parrot.Chat, null, options);

    protected override ParrotClient NewInstance(ClientBaseConfiguration configuration) => new(configuration);
}
