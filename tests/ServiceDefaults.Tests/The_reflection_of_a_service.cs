using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Regional.Tests;
using Regional.Wire.Reflection.V1;
using ErrorResponse = Regional.Wire.Reflection.V1.ErrorResponse;

namespace Regional.ServiceDefaults.Tests;

public sealed class The_reflection_of_a_service(ProbeFixture service) : IClassFixture<ProbeFixture>
{
    private const string File = "regional/probe/v1/probe_service.proto";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task lists_the_services_without_a_token() => Assert.Equal(
        ["grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "regional.probe.v1.ProbeService"],
        (await Answer(new() { ListServices = "*" })).ListServicesResponse.Service.Select(s => s.Name));

    [Theory]
    [InlineData("regional.probe.v1.ProbeService", File)]
    [InlineData("regional.probe.v1.ProbeService.Ask", File)]
    [InlineData("regional.probe.v1.Question", File)]
    [InlineData(".regional.probe.v1.Colour", File)]
    [InlineData("grpc.health.v1.HealthCheckResponse.ServingStatus", "grpc/health/v1/health.proto")]
    [InlineData("google.api.FieldBehavior", "google/api/field_behavior.proto")]
    public async Task gives_the_file_of_a_symbol_first(string symbol, string file) => Assert.Equal(file, Files(await Answer(new() { FileContainingSymbol = symbol }))[0].Name);

    [Theory]
    [InlineData(File, 3)]
    [InlineData("google/api/field_behavior.proto", 2)]
    [InlineData("google/protobuf/descriptor.proto", 1)]
    public async Task gives_a_file_with_all_that_it_imports(string name, int count)
    {
        var files = Files(await Answer(new() { FileByFilename = name }));

        Assert.Equal((name, count), (files[0].Name, files.Select(f => f.Name).Distinct().Count()));
        Assert.Empty(files.SelectMany(f => f.Dependency).Except(files.Select(f => f.Name)));
    }

    // What a tool makes its calls from: the same contract as the program was built from.
    [Fact]
    public async Task gives_the_contract_as_it_is() => Assert.Equal(
        Wire.Probe.V1.ProbeServiceReflection.Descriptor.SerializedData,
        (await Answer(new() { FileContainingSymbol = "regional.probe.v1.ProbeService" })).FileDescriptorResponse.FileDescriptorProto[0]);

    [Fact]
    public async Task gives_the_file_of_an_extension_and_their_numbers()
    {
        var options = new ExtensionRequest { ContainingType = "google.protobuf.FieldOptions", ExtensionNumber = 1052 };

        Assert.Equal("google/api/field_behavior.proto", Files(await Answer(new() { FileContainingExtension = options }))[0].Name);
        Assert.Equal([1052], (await Answer(new() { AllExtensionNumbersOfType = "google.protobuf.FieldOptions" })).AllExtensionNumbersResponse.ExtensionNumber);
    }

    [Fact]
    public async Task answers_what_it_does_not_know_with_an_error_and_goes_on()
    {
        var unknown = new ServerReflectionRequest[]
        {
            new() { FileContainingSymbol = "regional.probe.v1.NoService" },
            new() { FileByFilename = "no/such.proto" },
            new() { FileContainingExtension = new() { ContainingType = "google.protobuf.FieldOptions", ExtensionNumber = 1 } },
        };

        var answers = await Answers([.. unknown, new(), new() { Host = "here", ListServices = "" }]);

        Assert.All(answers.Take(3), answer => Assert.Equal(StatusCode.NotFound, (StatusCode)answer.ErrorResponse.ErrorCode));
        Assert.Equal(new ErrorResponse { ErrorCode = (int)StatusCode.InvalidArgument, ErrorMessage = "The request asks nothing." }, answers[3].ErrorResponse);
        Assert.Equal(("here", 3), (answers[4].ValidHost, answers[4].ListServicesResponse.Service.Count));
        Assert.Equal(unknown, answers.Take(3).Select(a => a.OriginalRequest));
    }

    [Fact]
    public async Task is_not_there_outside_Development()
    {
        using var folder = new TemporaryFolder();
        // Turned only when identity has been set up: it refuses any other environment.
        await using var production = await TestService.Start(
            folder, service.Clock, builder => builder.Environment.EnvironmentName = Environments.Production, app => app.MapGrpcService<Probe>());
        using var call = new ServerReflection.ServerReflectionClient(production.Anonymous).ServerReflectionInfo(ProbeFixture.Options);

        var refusal = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancellation));

        Assert.Equal(StatusCode.Unimplemented, refusal.StatusCode);
    }

    private async Task<ServerReflectionResponse> Answer(ServerReflectionRequest request) => (await Answers(request))[0];

    private async Task<IReadOnlyList<ServerReflectionResponse>> Answers(params IReadOnlyList<ServerReflectionRequest> requests)
    {
        using var call = new ServerReflection.ServerReflectionClient(service.Host.Anonymous).ServerReflectionInfo(ProbeFixture.Options);
        var answers = new List<ServerReflectionResponse>();
        foreach (var request in requests)
        {
            await call.RequestStream.WriteAsync(request, Cancellation);
            Assert.True(await call.ResponseStream.MoveNext(Cancellation));
            answers.Add(call.ResponseStream.Current);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(Cancellation));
        return answers;
    }

    private static List<FileDescriptorProto> Files(ServerReflectionResponse answer) =>
        [.. answer.FileDescriptorResponse.FileDescriptorProto.Select(bytes => FileDescriptorProto.Parser.ParseFrom(bytes))];
}
