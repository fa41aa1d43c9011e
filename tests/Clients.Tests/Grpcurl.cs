using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using Regional.Wire.Signalering.V1;

namespace Regional.Clients.Tests;

/// <summary>Does with its arguments what grpcurl does with them: learns the contract from the service, makes messages of JSON, calls, and makes JSON of the
/// answers. It knows the flags that the guide uses and refuses any other.</summary>
internal sealed class Grpcurl
{
    private readonly Metadata _headers = [];
    private readonly List<string> _words = [];
    private bool _plaintext;
    private TimeSpan? _limit;
    private string _data = "";

    /// <summary>Reads the arguments. As in Go, flags come first: what follows the first word is words.</summary>
    public Grpcurl(IReadOnlyList<string> arguments)
    {
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
        {
            switch (argument)
            {
                case ['-', ..] when _words.Count > 0:
                    throw new ArgumentException($"{argument} comes after {_words[0]}; flags come first.");
                case "-plaintext":
                    _plaintext = true;
                    break;
                case "-max-time":
                    _limit = TimeSpan.FromSeconds(double.Parse(rest.Dequeue(), CultureInfo.InvariantCulture));
                    break;
                case "-H":
                    var (name, value) = rest.Dequeue().Split(':', 2) is [var n, var v] ? (n, v) : throw new ArgumentException("A header is written 'name: value'.");
                    _headers.Add(name.Trim(), value.Trim());
                    break;
                case "-d":
                    _data = rest.Dequeue();
                    break;
                case ['-', ..]:
                    throw new ArgumentException($"{argument} is a flag that is not known here.");
                default:
                    _words.Add(argument);
                    break;
            }
        }
    }

    /// <summary>Runs it; gives what it prints.</summary>
    /// <param name="input">Its standard input.</param>
    public async Task<string> Run(string input)
    {
        Assert.True(_plaintext, "Without -plaintext grpcurl wants TLS.");
        using var channel = GrpcChannel.ForAddress($"http://{_words[0]}");
        var reflection = new Reflection(channel.CreateCallInvoker(), _headers);
        return _words switch
        {
            [_, "list"] => string.Join('\n', await reflection.Services()),
            [_, "describe", var symbol] => Describe(await reflection.Find(symbol)),
            [_, var method] => await Call(channel.CreateCallInvoker(), (MethodDescriptor)await reflection.Find(method.Replace('/', '.')), _data == "@" ? input : _data),
            _ => throw new ArgumentException("grpcurl takes an address, and list, describe with a symbol, or a method."),
        };
    }

    private static string Describe(IDescriptor descriptor) => descriptor switch
    {
        ServiceDescriptor service => string.Join('\n', service.Methods.Select(method => $"rpc {method.Name} ( {method.InputType.FullName} ) returns ( {method.OutputType.FullName} );")),
        MessageDescriptor message => string.Join('\n', message.Fields.InFieldNumberOrder().Select(field => $"{field.FieldType} {field.Name} = {field.FieldNumber};")),
        _ => throw new ArgumentException($"{descriptor.FullName} is neither a service nor a message."),
    };

    // On the wire every kind of call is a stream of requests and one of responses.
    private async Task<string> Call(CallInvoker invoker, MethodDescriptor method, string json)
    {
        var (request, response) = (Generated(method.InputType), Generated(method.OutputType));
        var wire = new Method<IMessage, IMessage>(
            MethodType.DuplexStreaming,
            method.Service.FullName,
            method.Name,
            Marshallers.Create(message => message.ToByteArray(), request.Parser.ParseFrom),
            Marshallers.Create(message => message.ToByteArray(), response.Parser.ParseFrom));
        var deadline = _limit is { } limit ? DateTime.UtcNow + limit : (DateTime?)null;
        using var call = invoker.AsyncDuplexStreamingCall(wire, null, new CallOptions(_headers, deadline, Limit.Token));

        using var values = new MemoryStream(Encoding.UTF8.GetBytes(json));
        await foreach (var value in JsonSerializer.DeserializeAsyncEnumerable<JsonNode>(values, topLevelValues: true, cancellationToken: Limit.Token))
        {
            await call.RequestStream.WriteAsync(JsonParser.Default.Parse(value!.ToJsonString(), request), Limit.Token);
        }

        await call.RequestStream.CompleteAsync();
        var answers = await call.ResponseStream.ReadAllAsync(Limit.Token).ToListAsync(Limit.Token);
        return string.Join('\n', answers.Select(answer => JsonFormatter.Default.Format(answer)));
    }

    // Google.Protobuf makes no messages of descriptors alone. The generated class does as well where it was generated from what the service tells.
    private static MessageDescriptor Generated(MessageDescriptor reflected)
    {
        var generated = SignaleringServiceReflection.Descriptor.MessageTypes.Single(message => message.FullName == reflected.FullName);
        Assert.Equal(WithImports(generated.File), WithImports(reflected.File));
        return generated;

        static IEnumerable<ByteString> WithImports(FileDescriptor file) => file.Dependencies.SelectMany(WithImports).Append(file.SerializedData);
    }
}
