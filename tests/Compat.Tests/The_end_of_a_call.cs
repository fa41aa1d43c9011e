using Grpc.Core;

namespace Regional.Compat.Tests;

public sealed class The_end_of_a_call
{
    private static readonly Status Gone = new(StatusCode.NotFound, "gone", new InvalidOperationException("cause"));

    [Fact]
    public void has_a_code_with_the_number_of_the_protocol()
    {
        Assert.Equal(Enumerable.Range(0, 17), Enum.GetValues<StatusCode>().Select(code => (int)code));
        Assert.Equal((2, 14, 16), ((int)StatusCode.Unknown, (int)StatusCode.Unavailable, (int)StatusCode.Unauthenticated));
    }

    [Fact]
    public void prints_its_code_detail_and_cause()
    {
        Assert.Equal("Status(StatusCode=\"OK\", Detail=\"\")", Status.DefaultSuccess.ToString());
        Assert.Equal("Status(StatusCode=\"Cancelled\", Detail=\"\")", Status.DefaultCancelled.ToString());
        Assert.Equal(
            "Status(StatusCode=\"NotFound\", Detail=\"gone\", DebugException=\"System.InvalidOperationException: cause\")", Gone.ToString());
    }

    [Fact]
    public void is_an_exception_with_the_status_for_its_message_and_no_trailers_unless_given()
    {
        var trailers = new Metadata();

        Assert.Equal((Gone.ToString(), Metadata.Empty), (new RpcException(Gone).Message, new RpcException(Gone).Trailers));
        Assert.Equal(("why", Metadata.Empty), (new RpcException(Gone, "why").Message, new RpcException(Gone, "why").Trailers));
        Assert.Equal((Gone.ToString(), trailers), (new RpcException(Gone, trailers).Message, new RpcException(Gone, trailers).Trailers));
        Assert.Equal(("why", trailers), (new RpcException(Gone, trailers, "why").Message, new RpcException(Gone, trailers, "why").Trailers));
        Assert.Throws<ArgumentNullException>("trailers", () => new RpcException(Gone, (Metadata)null!));
    }

    [Fact]
    public void names_its_code_and_its_cause_in_the_exception()
    {
        var exception = new RpcException(Gone);

        Assert.Equal((StatusCode.NotFound, "gone"), (exception.StatusCode, exception.Status.Detail));
        Assert.Same(Gone.DebugException, exception.InnerException);
    }
}
