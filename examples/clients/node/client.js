// Sends the cases of a municipality as signals, and reads back what is stored.
// Exit code 0: everything is stored. 1: a case was rejected, or the call refused. 2: wrong usage.
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const [address, municipality, file, ...more] = process.argv.slice(2);
const { TOKEN: token } = process.env;
if (!file || more.length > 0 || !existsSync(file) || !token) {
  console.error('Usage: <host:port> <municipality> <cases.json>; the file must exist, and the environment variable TOKEN hold a token.');
  process.exit(2);
}

const definition = protoLoader.loadSync(['regional/signalering/v1/signalering_service.proto', 'google/rpc/status.proto'], {
  includeDirs: [fileURLToPath(new URL('../../../protos', import.meta.url))],
  enums: String,
  defaults: true,
  json: true, // unpacks the details of a refusal
});
const { SignaleringService } = grpc.loadPackageDefinition(definition).regional.signalering.v1;
const service = new SignaleringService(address, grpc.credentials.createInsecure());
const metadata = new grpc.Metadata();
metadata.set('authorization', `Bearer ${token}`);

const cases = JSON.parse(readFileSync(file, 'utf8'));
const count = { accepted: 0, duplicate: 0, rejected: 0 };
try {
  await push(batchesOf(cases, 100)); // a batch holds at most 500 signals and 64 kB
  await list();
  console.log(`${count.accepted} accepted, ${count.duplicate} duplicate, ${count.rejected} rejected`);
  process.exitCode = count.accepted + count.duplicate === cases.length ? 0 : 1;
} catch (refused) {
  console.error(refused.metadata ? explain(refused) : refused);
  process.exitCode = 1;
} finally {
  service.close();
}

// A batch is stored when it is answered. After a break what was not answered is sent again; by the request ids nothing is stored twice.
async function push(batches) {
  let answered = 0;
  for (let breaks = 0; ; breaks++) {
    try {
      const call = service.PushSignals(metadata, { deadline: Date.now() + 60_000 });
      let number = 1;
      const sendNext = () => (answered < batches.length ? call.write({ batch: number++, signals: batches[answered].map(request) }) : call.end());
      sendNext();
      for await (const answer of call) {
        report(batches[answered], answer);
        answered++;
        breaks = 0;
        sendNext();
      }
      return;
    } catch (broken) {
      if (!mayTryAgain(broken) || breaks === 3) {
        throw broken;
      }
      const pause = 1 << breaks;
      console.error(`${explain(broken)} Trying again in ${pause} s.`);
      await wait(pause * 1_000);
    }
  }
}

function request(each) {
  const signal = {
    municipality,
    caseNumber: each.caseNumber,
    personNumber: each.personNumber,
    birthDate: dateOf(each.birthDate),
    postcode: each.postcode,
    kind: `VERZUIM_KIND_${each.kind}`,
    startDate: dateOf(each.from),
    endDate: each.until && dateOf(each.until),
    missedHours: each.hours,
    establishment: each.school,
  };
  return { requestId: each.requestId, signal };
}

function dateOf(text) {
  const [year, month, day] = text.split('-').map(Number);
  return { year, month, day };
}

function batchesOf(all, size) {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

// An answer names the items about which there is something to say, by their place in the batch. The others were accepted.
function report(batch, { results }) {
  batch.forEach((each, index) => {
    const result = results.find((named) => named.index === index) ?? { outcome: 'OUTCOME_ACCEPTED', reason: '', violations: [], notes: [] };
    const outcome = result.outcome.replace('OUTCOME_', '').toLowerCase();
    count[outcome]++;
    console.log(`${each.caseNumber} ${outcome} ${result.reason}`.trimEnd());
    result.violations.forEach(({ field, description }) => console.log(`  ${field}: ${description}`));
    result.notes.forEach(({ reason, description }) => console.log(`  ${reason}: ${description}`));
  });
}

async function list() {
  let pageToken = '';
  do {
    const page = await listPage({ parent: 'regions/-', pageSize: 100, pageToken });
    page.signals.forEach((signal) => console.log(`stored ${signal.caseNumber} as ${signal.name}`));
    pageToken = page.nextPageToken;
  } while (pageToken !== '');
}

function listPage(wanted) {
  return new Promise((resolve, reject) => {
    service.ListSignals(wanted, metadata, { deadline: Date.now() + 10_000 }, (refused, page) => (refused ? reject(refused) : resolve(page)));
  });
}

// A refusal names its reason. What has none is the connection that broke; UNAVAILABLE is a service that stops or cannot store just now.
function mayTryAgain(failed) {
  return failed.code === grpc.status.UNAVAILABLE || (failed.metadata && detail(failed, 'ErrorInfo') === undefined);
}

function explain(failed) {
  const fields = detail(failed, 'BadRequest')?.fieldViolations.map(({ field, description }) => ` ${field}: ${description}.`) ?? [];
  return `${detail(failed, 'ErrorInfo')?.reason ?? grpc.status[failed.code]}: ${failed.details}${fields.join('')}`;
}

// Details travel in this trailer, as a google.rpc.Status.
function detail(failed, name) {
  const [bytes] = failed.metadata.get('grpc-status-details-bin');
  const { details } = definition['google.rpc.Status'].deserialize(bytes ?? Buffer.alloc(0));
  return details.find((each) => each['@type'] === `type.googleapis.com/google.rpc.${name}`);
}
