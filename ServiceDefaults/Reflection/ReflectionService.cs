using Google.Protobuf.Reflection;
using Grpc.Core;
using Regional.ServiceDefaults.Health;
using Regional.Wire.Reflection.V1;

namespace Regional.ServiceDefaults.Reflection;

/// <summary>The standard <c>grpc.reflection.v1</c>, so that a tool can learn the contract from a developer's own stack.</summary>
internal sealed class ReflectionService(ServedServices served) : ServerReflection.ServerReflectionBase
{
    private readonly Lazy<Contract> _contract = new(() => new Contract(served.Descriptors));

    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream, IServerStreamWriter<ServerReflectionResponse> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            await responseStream.WriteAsync(Answer(requestStream.Current), context.CancellationToken);
        }
    }

    private ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = new ServerReflectionResponse { ValidHost = request.Host, OriginalRequest = request };
        switch (request.MessageRequestCase)
        {
            case ServerReflectionRequest.MessageRequestOneofCase.ListServices:
                response.ListServicesResponse = new ListServiceResponse { Service = { _contract.Value.Services.Select(name => new ServiceResponse { Name = name }) } };
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileByFilename:
                Files(response, _contract.Value.File(request.FileByFilename));
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol:
                Files(response, _contract.Value.FileOf(request.FileContainingSymbol));
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.FileContainingExtension:
                Files(response, _contract.Value.FileOf(request.FileContainingExtension.ContainingType, request.FileContainingExtension.ExtensionNumber));
                break;
            case ServerReflectionRequest.MessageRequestOneofCase.AllExtensionNumbersOfType:
                response.AllExtensionNumbersResponse = new ExtensionNumberResponse
                {
                    BaseTypeName = request.AllExtensionNumbersOfType,
                    ExtensionNumber = { _contract.Value.ExtensionsOf(request.AllExtensionNumbersOfType) },
                };
                break;
            default:
                Error(response, StatusCode.InvalidArgument, "The request asks nothing.");
                break;
        }

        return response;
    }

    private static void Files(ServerReflectionResponse response, FileDescriptor? file)
    {
        if (file is null)
        {
            Error(response, StatusCode.NotFound, "No such file or symbol is served here.");
            return;
        }

        response.FileDescriptorResponse = new FileDescriptorResponse { FileDescriptorProto = { Contract.WithImports(file).Select(f => f.SerializedData) } };
    }

    private static void Error(ServerReflectionResponse response, StatusCode code, string message) =>
        response.ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message };

    private sealed class Contract
    {
        private readonly Dictionary<string, FileDescriptor> _files = [];
        private readonly Dictionary<string, FileDescriptor> _symbols = [];
        private readonly Dictionary<(string Type, int Number), FileDescriptor> _extensions = [];

        public Contract(IEnumerable<ServiceDescriptor> services)
        {
            Services = [.. services.Select(s => s.FullName).Order(StringComparer.Ordinal)];
            foreach (var file in services.SelectMany(s => WithImports(s.File)))
            {
                if (_files.TryAdd(file.Name, file))
                {
                    Index(file);
                }
            }
        }

        public IReadOnlyList<string> Services { get; }

        public FileDescriptor? File(string name) => _files.GetValueOrDefault(name);

        public FileDescriptor? FileOf(string symbol) => _symbols.GetValueOrDefault(symbol.TrimStart('.'));

        public FileDescriptor? FileOf(string type, int number) => _extensions.GetValueOrDefault((type.TrimStart('.'), number));

        public IEnumerable<int> ExtensionsOf(string type) => _extensions.Keys.Where(k => k.Type == type.TrimStart('.')).Select(k => k.Number).Order();

        public static IEnumerable<FileDescriptor> WithImports(FileDescriptor file) => file.Dependencies.SelectMany(WithImports).Prepend(file).DistinctBy(f => f.Name);

        private void Index(FileDescriptor file)
        {
            foreach (var service in file.Services)
            {
                _symbols[service.FullName] = file;
                foreach (var method in service.Methods)
                {
                    _symbols[method.FullName] = file;
                }
            }

            foreach (var type in file.EnumTypes)
            {
                _symbols[type.FullName] = file;
            }

            foreach (var message in file.MessageTypes)
            {
                Index(message, file);
            }

            foreach (var extension in file.Extensions.UnorderedExtensions)
            {
                _extensions[(extension.ExtendeeType.FullName, extension.FieldNumber)] = file;
            }
        }

        private void Index(MessageDescriptor message, FileDescriptor file)
        {
            _symbols[message.FullName] = file;
            foreach (var type in message.EnumTypes)
            {
                _symbols[type.FullName] = file;
            }

            foreach (var nested in message.NestedTypes)
            {
                Index(nested, file);
            }
        }
    }
}
