"""The official interop cases without compression, by their names."""
import grpc

from client import Requests

LARGE_REQUEST = 271_828
LARGE_RESPONSE = 314_159
EXCHANGES = [(27_182, 31_415), (8, 9), (1_828, 2_653), (45_904, 58_979)]
ECHOED_INITIALLY = ("x-grpc-test-echo-initial", "test_initial_metadata_value")
ECHOED_IN_TRAILERS = ("x-grpc-test-echo-trailing-bin", b"\xab\xab\xab")
SPECIAL_MESSAGE = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"


def empty_unary(server):
    assert server.test.EmptyCall(server.Empty()) == server.Empty()


def large_unary(server):
    are_zeros(server.test.UnaryCall(large(server)), LARGE_RESPONSE)


def client_streaming(server):
    requests = [server.StreamingInputCallRequest(payload=zeros(server, size)) for size, _ in EXCHANGES]
    assert server.test.StreamingInputCall(iter(requests)).aggregated_payload_size == 74_922


def server_streaming(server):
    sizes = [size for _, size in EXCHANGES]
    request = server.StreamingOutputCallRequest(response_parameters=[server.ResponseParameters(size=size) for size in sizes])
    responses = list(server.test.StreamingOutputCall(request))
    assert len(responses) == len(sizes)
    for response, size in zip(responses, sizes):
        are_zeros(response, size)


def ping_pong(server):
    requests = Requests()
    call = server.test.FullDuplexCall(iter(requests))
    for sizes in EXCHANGES:
        requests.write(exchange(server, *sizes))
        are_zeros(next(call), sizes[1])
    requests.end()
    assert list(call) == []
    assert call.code() is grpc.StatusCode.OK


def empty_stream(server):
    call = server.test.FullDuplexCall(iter([]))
    assert list(call) == []
    assert call.code() is grpc.StatusCode.OK


def cancel_after_begin(server):
    requests = Requests()
    call = server.test.StreamingInputCall.future(iter(requests))
    call.cancel()
    requests.end()
    assert call.cancelled()
    assert call.code() is grpc.StatusCode.CANCELLED


def cancel_after_first_response(server):
    requests = Requests()
    call = server.test.FullDuplexCall(iter(requests))
    requests.write(exchange(server, *EXCHANGES[0]))
    are_zeros(next(call), EXCHANGES[0][1])
    call.cancel()
    fails_with(grpc.StatusCode.CANCELLED, lambda: next(call))
    requests.end()


def timeout_on_sleeping_server(server):
    requests = Requests()
    call = server.test.FullDuplexCall(iter(requests), timeout=0.001)
    requests.write(server.StreamingOutputCallRequest(payload=zeros(server, 27_182)))
    fails_with(grpc.StatusCode.DEADLINE_EXCEEDED, lambda: next(call))
    requests.end()


def custom_metadata(server):
    response, unary = server.test.UnaryCall.with_call(large(server), metadata=[ECHOED_INITIALLY, ECHOED_IN_TRAILERS])
    are_zeros(response, LARGE_RESPONSE)
    are_echoes(unary)

    duplex = server.test.FullDuplexCall(iter([exchange(server, LARGE_REQUEST, LARGE_RESPONSE)]), metadata=[ECHOED_INITIALLY, ECHOED_IN_TRAILERS])
    are_zeros(next(duplex), LARGE_RESPONSE)
    assert list(duplex) == []
    are_echoes(duplex)


def status_code_and_message(server):
    status = server.EchoStatus(code=grpc.StatusCode.UNKNOWN.value[0], message="test status message")
    fails_with(grpc.StatusCode.UNKNOWN, lambda: server.test.UnaryCall(server.SimpleRequest(response_status=status)), status.message)
    duplex = server.test.FullDuplexCall(iter([server.StreamingOutputCallRequest(response_status=status)]))
    fails_with(grpc.StatusCode.UNKNOWN, lambda: next(duplex), status.message)


def special_status_message(server):
    status = server.EchoStatus(code=grpc.StatusCode.UNKNOWN.value[0], message=SPECIAL_MESSAGE)
    request = server.SimpleRequest(response_status=status)
    fails_with(grpc.StatusCode.UNKNOWN, lambda: server.test.UnaryCall(request), SPECIAL_MESSAGE)


def unimplemented_method(server):
    fails_with(grpc.StatusCode.UNIMPLEMENTED, lambda: server.test.UnimplementedCall(server.Empty()))


def unimplemented_service(server):
    fails_with(grpc.StatusCode.UNIMPLEMENTED, lambda: server.unimplemented.UnimplementedCall(server.Empty()))


CASES = {
    case.__name__: case
    for case in (
        empty_unary, large_unary, client_streaming, server_streaming, ping_pong, empty_stream, cancel_after_begin, cancel_after_first_response,
        timeout_on_sleeping_server, custom_metadata, status_code_and_message, special_status_message, unimplemented_method, unimplemented_service,
    )
}


def zeros(server, size):
    return server.Payload(body=bytes(size))


def large(server):
    return server.SimpleRequest(response_size=LARGE_RESPONSE, payload=zeros(server, LARGE_REQUEST))


def exchange(server, request_size, response_size):
    parameters = [server.ResponseParameters(size=response_size)]
    return server.StreamingOutputCallRequest(payload=zeros(server, request_size), response_parameters=parameters)


def are_zeros(response, size):
    assert response.payload.body == bytes(size), f"a payload of {len(response.payload.body)} bytes is not {size} zeros"


def are_echoes(call):
    assert ECHOED_INITIALLY in [tuple(header) for header in call.initial_metadata()]
    assert ECHOED_IN_TRAILERS in [tuple(trailer) for trailer in call.trailing_metadata()]


def fails_with(code, call, details=None):
    try:
        call()
    except grpc.RpcError as error:
        assert error.code() is code, f"ended with {error.code()}: {error.details()}"
        assert details is None or error.details() == details, f"ended with the words {error.details()!r}"
    else:
        raise AssertionError(f"did not end with {code}")
