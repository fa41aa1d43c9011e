// Runs one interop case: node interop.js <case>
// INTEROP_ADDRESS is host:port of the server, INTEROP_TOKEN a token for it. Exit code 0: the case passed.
import assert from 'node:assert/strict';
import { cases } from './cases.js';
import { connect } from './client.js';

const name = process.argv[2];
const run = cases[name];
if (run === undefined) {
  console.error(`No such case: ${name}. Cases: ${Object.keys(cases).join(', ')}.`);
  process.exit(2);
}

const { INTEROP_ADDRESS: address, INTEROP_TOKEN: token } = process.env;
assert(address && token, 'INTEROP_ADDRESS and INTEROP_TOKEN must be set.');

const client = connect(address, token);
try {
  await run(client);
} finally {
  client.close();
}
