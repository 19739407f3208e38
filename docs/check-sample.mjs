// Asks the check API about one phone: node check-sample.mjs 35-824005-111111-0 "shelf 4"
// Needs Node 20 or later, the package jose, and CHECK_API (its address) and CHECK_KEY (your key) in the environment.
import { appendFile } from 'node:fs/promises';
import { base64url, createRemoteJWKSet, flattenedVerify } from 'jose';

const { CHECK_API, CHECK_KEY } = process.env;
const [identifier, reference] = process.argv.slice(2);
if (!identifier || !CHECK_API || !CHECK_KEY) {
  console.error(
    'Expected the number of a device, and CHECK_API and CHECK_KEY in the environment: node check-sample.mjs 35-824005-111111-0',
  );
  process.exit(1);
}
const publicKeys = createRemoteJWKSet(new URL('/.well-known/jwks.json', CHECK_API));

async function check(identifier, reference, triesLeft = 3) {
  const response = await fetch(new URL('/check', CHECK_API), {
    method: 'POST',
    headers: { authorization: `Bearer ${CHECK_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ identifier, reference }),
  });
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  // Too many at once, or a look-up that could not be made: a short wait helps, and asking again costs nothing.
  if ((response.status === 429 || response.status === 503) && seconds > 0 && seconds <= 60 && triesLeft > 0) {
    await new Promise((done) => setTimeout(done, seconds * 1000));
    return check(identifier, reference, triesLeft - 1);
  }
  const answer = await response.json();
  if (response.status !== 200 && answer.answer === undefined) throw new Error(`${answer.code}: ${answer.detail ?? answer.title}`);
  return answer;
}

async function verify({ statement, signature }) {
  const [header, , mark] = signature.split('.');
  await flattenedVerify({ protected: header, payload: base64url.encode(statement), signature: mark }, publicKeys, {
    algorithms: ['EdDSA'],
  });
}

const { answer, meaning, fault, receipt, askedKey } = await check(identifier, reference);
if (receipt !== undefined) {
  await verify(receipt);
  // Your proof that you asked. With the number and askedKey you can show what it is about; without them it tells nobody.
  await appendFile('receipts.jsonl', `${JSON.stringify({ identifier, askedKey, receipt })}\n`);
}
console.log(answer, '-', fault === undefined ? meaning : `expected ${fault.expected}, found ${fault.found}`);
// Only not-reported lets you go on as usual. cannot-say is never the same as not-reported.
process.exitCode = { 'not-reported': 0, reported: 2 }[answer] ?? 1;
