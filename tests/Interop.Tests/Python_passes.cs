namespace Regional.Interop.Tests;

/// <summary>The official interop cases without compression, by a client on gRPC's own core in C, which shares no code with .NET or Node.js.</summary>
public sealed class Python_passes(TestServerFixture server) : IClassFixture<TestServerFixture>
{
    [Theory]
    [InlineData("empty_unary")]
    [InlineData("large_unary")]
    [InlineData("client_streaming")]
    [InlineData("server_streaming")]
    [InlineData("ping_pong")]
    [InlineData("empty_stream")]
    [InlineData("cancel_after_begin")]
    [InlineData("cancel_after_first_response")]
    [InlineData("timeout_on_sleeping_server")]
    [InlineData("custom_metadata")]
    [InlineData("status_code_and_message")]
    [InlineData("special_status_message")]
    [InlineData("unimplemented_service")]
    [InlineData("unimplemented_method")]
    public Task the_case(string name) => OtherClient.Passes(PythonClient.Start(name), PythonClient.Missing, server);
}
