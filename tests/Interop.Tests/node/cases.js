import assert from 'node:assert/strict';
import grpc from '@grpc/grpc-js';
import { toTheEnd, unary } from './client.js';

const { status: code } = grpc;
const largeRequest = 271_828;
const largeResponse = 314_159;
const exchanges = [[27_182, 31_415], [8, 9], [1_828, 2_653], [45_904, 58_979]];
const echoedText = 'test_initial_metadata_value';
const echoedBytes = Buffer.from([0xab, 0xab, 0xab]);
const specialMessage = '\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n';

const zeros = (size) => ({ body: Buffer.alloc(size) });
const large = { response_size: largeResponse, payload: zeros(largeRequest) };
const exchange = ([requestSize, responseSize]) => ({ payload: zeros(requestSize), response_parameters: [{ size: responseSize }] });

function areZeros(payload, size) {
  assert(payload.body.equals(Buffer.alloc(size)), `a payload of ${payload.body.length} bytes is not ${size} zeros`);
}

function echoHeaders() {
  const metadata = new grpc.Metadata();
  metadata.set('x-grpc-test-echo-initial', echoedText);
  metadata.set('x-grpc-test-echo-trailing-bin', echoedBytes);
  return metadata;
}

function areEchoes(headers, trailers) {
  assert.deepEqual(headers.get('x-grpc-test-echo-initial'), [echoedText]);
  assert.deepEqual(trailers.get('x-grpc-test-echo-trailing-bin'), [echoedBytes]);
}

/** The official interop cases without compression, by their names. */
export const cases = {
  async empty_unary({ test }) {
    const { response, status } = await unary(test, 'EmptyCall', {});
    assert.deepEqual({ ...response }, {});
    assert.equal(status.code, code.OK);
  },

  async large_unary({ test }) {
    const { response } = await unary(test, 'UnaryCall', large);
    areZeros(response.payload, largeResponse);
  },

  async client_streaming({ test }) {
    const response = await new Promise((resolve, reject) => {
      const call = test.StreamingInputCall((error, value) => (error ? reject(error) : resolve(value)));
      for (const [size] of exchanges) {
        call.write({ payload: zeros(size) });
      }
      call.end();
    });
    assert.equal(response.aggregated_payload_size, 74_922);
  },

  async server_streaming({ test }) {
    const sizes = exchanges.map(([, size]) => size);
    const { responses, status } = await toTheEnd(test.StreamingOutputCall({ response_parameters: sizes.map((size) => ({ size })) }));
    assert.equal(status.code, code.OK);
    assert.equal(responses.length, sizes.length);
    responses.forEach((response, index) => areZeros(response.payload, sizes[index]));
  },

  async ping_pong({ test }) {
    const call = test.FullDuplexCall();
    const end = toTheEnd(call, (count) => (count < exchanges.length ? call.write(exchange(exchanges[count])) : call.end()));
    call.write(exchange(exchanges[0]));
    const { responses, status } = await end;
    assert.equal(status.code, code.OK);
    assert.equal(responses.length, exchanges.length);
    responses.forEach((response, index) => areZeros(response.payload, exchanges[index][1]));
  },

  async empty_stream({ test }) {
    const call = test.FullDuplexCall();
    call.end();
    const { responses, status } = await toTheEnd(call);
    assert.equal(status.code, code.OK);
    assert.equal(responses.length, 0);
  },

  async cancel_after_begin({ test }) {
    const error = await new Promise((resolve) => {
      const call = test.StreamingInputCall((failure) => resolve(failure));
      call.cancel();
    });
    assert.equal(error?.code, code.CANCELLED);
  },

  async cancel_after_first_response({ test }) {
    const call = test.FullDuplexCall();
    const end = toTheEnd(call, () => call.cancel());
    call.write(exchange(exchanges[0]));
    const { responses, status } = await end;
    assert.equal(status.code, code.CANCELLED);
    areZeros(responses[0].payload, exchanges[0][1]);
  },

  async timeout_on_sleeping_server({ test }) {
    const call = test.FullDuplexCall({ deadline: Date.now() + 1 });
    const end = toTheEnd(call);
    call.write({ payload: zeros(27_182) });
    assert.equal((await end).status.code, code.DEADLINE_EXCEEDED);
  },

  async custom_metadata({ test }) {
    const { response, headers, status } = await unary(test, 'UnaryCall', large, echoHeaders());
    areZeros(response.payload, largeResponse);
    areEchoes(headers, status.metadata);

    const call = test.FullDuplexCall(echoHeaders());
    call.write(exchange([largeRequest, largeResponse]));
    call.end();
    const duplex = await toTheEnd(call);
    assert.equal(duplex.status.code, code.OK);
    assert.equal(duplex.responses.length, 1);
    areZeros(duplex.responses[0].payload, largeResponse);
    areEchoes(duplex.headers, duplex.status.metadata);
  },

  async status_code_and_message({ test }) {
    const response_status = { code: code.UNKNOWN, message: 'test status message' };
    await assert.rejects(unary(test, 'UnaryCall', { response_status }), { code: code.UNKNOWN, details: response_status.message });

    const call = test.FullDuplexCall();
    call.write({ response_status });
    call.end();
    const { status } = await toTheEnd(call);
    assert.equal(status.code, code.UNKNOWN);
    assert.equal(status.details, response_status.message);
  },

  async special_status_message({ test }) {
    const response_status = { code: code.UNKNOWN, message: specialMessage };
    await assert.rejects(unary(test, 'UnaryCall', { response_status }), { code: code.UNKNOWN, details: specialMessage });
  },

  async unimplemented_method({ test }) {
    await assert.rejects(unary(test, 'UnimplementedCall', {}), { code: code.UNIMPLEMENTED });
  },

  async unimplemented_service({ unimplemented }) {
    await assert.rejects(unary(unimplemented, 'UnimplementedCall', {}), { code: code.UNIMPLEMENTED });
  },
};
