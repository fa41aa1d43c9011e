import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const limitInMilliseconds = 10_000;

const definition = protoLoader.loadSync('grpc/testing/test.proto', {
  includeDirs: [fileURLToPath(new URL('../protos', import.meta.url))],
  keepCase: true,
});
const { TestService, UnimplementedService } = grpc.loadPackageDefinition(definition).grpc.testing;

// What a user's own interceptor does: adds the token to every call, and a deadline to one that has none.
const tokenAndDeadline = (token) => (options, nextCall) =>
  new grpc.InterceptingCall(nextCall({ ...options, deadline: options.deadline ?? Date.now() + limitInMilliseconds }), {
    start(metadata, listener, next) {
      metadata.set('authorization', `Bearer ${token}`);
      next(metadata, listener);
    },
  });

/** Opens clients of both services on one address. */
export function connect(address, token) {
  const credentials = grpc.credentials.createInsecure();
  const options = { interceptors: [tokenAndDeadline(token)] };
  const test = new TestService(address, credentials, options);
  const unimplemented = new UnimplementedService(address, credentials, options);
  return {
    test,
    unimplemented,
    close() {
      test.close();
      unimplemented.close();
    },
  };
}

/** Makes a unary call; gives the response with the headers and the status around it, or throws the error. */
export function unary(client, method, request, metadata = new grpc.Metadata(), options = {}) {
  return new Promise((resolve, reject) => {
    const around = { headers: undefined, status: undefined };
    let response;
    const call = client[method](request, metadata, options, (error, value) => {
      if (error) {
        reject(error);
      } else {
        response = value;
      }
    });
    call.on('metadata', (headers) => (around.headers = headers));
    call.on('status', (status) => {
      around.status = status;
      resolve({ response, ...around });
    });
  });
}

/** Reads a call to its end: every response, the headers, and the status whatever it is. */
export function toTheEnd(call, onResponse = () => {}) {
  return new Promise((resolve) => {
    const responses = [];
    let headers;
    call.on('metadata', (received) => (headers = received));
    call.on('data', (response) => {
      responses.push(response);
      onResponse(responses.length);
    });
    call.on('error', () => {}); // the status says the same
    call.on('status', (status) => resolve({ responses, headers, status }));
  });
}
