import base64
import queue

import grpc
from google.protobuf import descriptor_pb2, message_factory

LIMIT_IN_SECONDS = 10


class Server:
    """The stubs of both services over one channel, and as attributes the messages of the contract.

    They are made from a FileDescriptorSet: generated modules would be named grpc.testing, inside the gRPC library itself.
    """

    def __init__(self, channel, base64_descriptors):
        self._channel = channel
        self._files = descriptor_pb2.FileDescriptorSet.FromString(base64.b64decode(base64_descriptors)).file
        self._messages = message_factory.GetMessages(self._files)
        self.test = self._stub("TestService")
        self.unimplemented = self._stub("UnimplementedService")

    def __getattr__(self, message):
        return self._messages[f"grpc.testing.{message}"]

    def _stub(self, service):
        methods = next(each.method for file in self._files for each in file.service if each.name == service)
        return type(service, (), {method.name: self._callable(service, method) for method in methods})

    def _callable(self, service, method):
        kind = f"{'stream' if method.client_streaming else 'unary'}_{'stream' if method.server_streaming else 'unary'}"
        return getattr(self._channel, kind)(
            f"/grpc.testing.{service}/{method.name}",
            request_serializer=lambda message: message.SerializeToString(),
            response_deserializer=self._messages[method.output_type.lstrip(".")].FromString,
        )


class TokenAndDeadline(
    grpc.UnaryUnaryClientInterceptor, grpc.UnaryStreamClientInterceptor, grpc.StreamUnaryClientInterceptor, grpc.StreamStreamClientInterceptor
):
    """What a user's own interceptor does: adds the token to every call, and a deadline to one that has none."""

    def __init__(self, token):
        self._authorization = ("authorization", f"Bearer {token}")

    def _complete(self, continuation, details, request):
        metadata = [*(details.metadata or []), self._authorization]
        return continuation(details._replace(metadata=metadata, timeout=details.timeout or LIMIT_IN_SECONDS), request)

    intercept_unary_unary = intercept_unary_stream = intercept_stream_unary = intercept_stream_stream = _complete


class Requests:
    """The requests of a stream, written one by one."""

    def __init__(self):
        self._queue = queue.SimpleQueue()

    def write(self, message):
        self._queue.put(message)

    def end(self):
        self._queue.put(None)

    def __iter__(self):
        return iter(self._queue.get, None)
