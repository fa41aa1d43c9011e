using Grpc.Core;
using Regional.Wire.Probe.V1;

namespace Regional.ServiceDefaults.Tests;

/// <summary>A service that does with each question what the test says.</summary>
internal sealed class Probe : ProbeService.ProbeServiceBase
{
    public Func<Question, ServerCallContext, Task<Answer>> Handle { get; set; } = (question, _) => Task.FromResult(new Answer { Text = question.Text });

    public override Task<Answer> Ask(Question request, ServerCallContext context) => Handle(request, context);

    public override async Task AskForMany(Question request, IServerStreamWriter<Answer> responseStream, ServerCallContext context) =>
        await responseStream.WriteAsync(await Handle(request, context), context.CancellationToken);

    public override async Task<Answer> AskMany(IAsyncStreamReader<Question> requestStream, ServerCallContext context)
    {
        var last = new Answer();
        await foreach (var question in requestStream.ReadAllAsync(context.CancellationToken))
        {
            last = await Handle(question, context);
        }

        return last;
    }

    public override async Task Converse(IAsyncStreamReader<Question> requestStream, IServerStreamWriter<Answer> responseStream, ServerCallContext context)
    {
        await foreach (var question in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await responseStream.WriteAsync(await Handle(question, context), context.CancellationToken);
        }
    }
}

/// <summary>The four kinds of call, each with one question and one answer.</summary>
internal static class ProbeCalls
{
    /// <summary>A question that keeps all rules.</summary>
    public static Question Question(Action<Question>? change = null)
    {
        var question = new Question { Text = "tekst", Colour = Colour.Red, Part = new Part { Name = "deel" }, Number = 1, Parts = { new Part { Name = "eerste" }, new Part { Name = "tweede" } } };
        change?.Invoke(question);
        return question;
    }

    public static Task<Answer> Call(this ProbeService.ProbeServiceClient client, MethodType type, Question question, CallOptions options) => type switch
    {
        MethodType.Unary => client.AskAsync(question, options).ResponseAsync,
        MethodType.ServerStreaming => Only(client.AskForMany(question, options)),
        MethodType.ClientStreaming => Only(client.AskMany(options), question),
        _ => Only(client.Converse(options), question),
    };

    private static async Task<Answer> Only(AsyncServerStreamingCall<Answer> call)
    {
        using (call)
        {
            return await Next(call.ResponseStream);
        }
    }

    // A service may refuse a stream before it has read anything, and the write then fails: what it says is in the answer.
    private static async Task<Answer> Only(AsyncClientStreamingCall<Question, Answer> call, Question question)
    {
        using (call)
        {
            await Record.ExceptionAsync(() => call.RequestStream.WriteAsync(question));
            await Record.ExceptionAsync(call.RequestStream.CompleteAsync);
            return await call;
        }
    }

    private static async Task<Answer> Only(AsyncDuplexStreamingCall<Question, Answer> call, Question question)
    {
        using (call)
        {
            await Record.ExceptionAsync(() => call.RequestStream.WriteAsync(question));
            return await Next(call.ResponseStream);
        }
    }

    private static async Task<Answer> Next(IAsyncStreamReader<Answer> answers) =>
        await answers.MoveNext(TestContext.Current.CancellationToken) ? answers.Current : throw new EndOfStreamException("No answer came.");
}
