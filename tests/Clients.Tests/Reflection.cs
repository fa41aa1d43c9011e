using Google.Protobuf.Reflection;
using Grpc.Core;
using Regional.Wire.Reflection.V1;

namespace Regional.Clients.Tests;

/// <summary>Learns the contract of a service from the service itself, over the wire.</summary>
internal sealed class Reflection(CallInvoker invoker, Metadata headers)
{
    /// <summary>The names of the services.</summary>
    public async Task<IReadOnlyList<string>> Services() =>
        [.. (await Ask(new() { ListServices = "*" })).ListServicesResponse.Service.Select(service => service.Name)];

    /// <summary>The message, method or service of a full name.</summary>
    public async Task<IDescriptor> Find(string symbol)
    {
        var answer = await Ask(new() { FileContainingSymbol = symbol });
        Assert.True(answer.FileDescriptorResponse is not null, $"{symbol}: {answer.ErrorResponse?.ErrorMessage}");
        var files = answer.FileDescriptorResponse.FileDescriptorProto.ToDictionary(bytes => FileDescriptorProto.Parser.ParseFrom(bytes).Name);
        var named = FileDescriptorProto.Parser.ParseFrom(answer.FileDescriptorResponse.FileDescriptorProto[0]).Name;

        // A file is built of those that it imports, so they come before it.
        var file = FileDescriptor.BuildFromByteStrings(ImportsFirst(named).Distinct().Select(name => files[name])).Single(built => built.Name == named);
        IEnumerable<IDescriptor> symbols = [.. file.Services, .. file.Services.SelectMany(service => service.Methods), .. file.MessageTypes];
        return symbols.Single(descriptor => descriptor.FullName == symbol);

        IEnumerable<string> ImportsFirst(string name) => FileDescriptorProto.Parser.ParseFrom(files[name]).Dependency.SelectMany(ImportsFirst).Append(name);
    }

    private async Task<ServerReflectionResponse> Ask(ServerReflectionRequest request)
    {
        using var call = new ServerReflection.ServerReflectionClient(invoker).ServerReflectionInfo(headers, cancellationToken: Limit.Token);
        await call.RequestStream.WriteAsync(request, Limit.Token);
        Assert.True(await call.ResponseStream.MoveNext(Limit.Token));
        return call.ResponseStream.Current;
    }
}
