import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type LoopbackService, serveOnLoopback } from '../../../local/serve-on-loopback.ts';
import { verifyReceipt } from '../../../shared/check-receipt.ts';
import { openCheckDesk } from '../../support/check-desk.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { numbersOf } from '../../support/numbers-of-a-model.ts';

const aws = useEmbeddedAws();
const sample = fileURLToPath(new URL('../../../docs/check-sample.mjs', import.meta.url));
const [stolen = '', honest = ''] = numbersOf('35824012', 2, 97);
let server: LoopbackService | undefined;
let folder = '';

afterEach(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

function run(args: string[], environment: Record<string, string>): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [sample, ...args], { cwd: folder, env: { PATH: process.env['PATH'], ...environment } }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: out + err }),
    );
  });
}

describe('the sample of docs/check.md', () => {
  it.each([
    ['a number', [], { CHECK_API: 'http://127.0.0.1:1', CHECK_KEY: 'fw_demo' }],
    ['its environment', [honest], {}],
  ])('says how it is called where it lacks %s', async (_what, args, environment) => {
    folder = await mkdtemp(join(tmpdir(), 'check-sample-'));
    const { code, said } = await run(args, environment);
    expect([code, said.trim().split('\n').length]).toEqual([1, 1]);
    expect(said).toContain('Expected the number of a device');
  });

  it('runs in under 50 lines against the API, waits when it must, and keeps a receipt that verifies', async () => {
    expect((await readFile(sample, 'utf8')).split('\n').length).toBeLessThan(50);
    folder = await mkdtemp(join(tmpdir(), 'check-sample-'));
    let refusals = 1;
    const desk = openCheckDesk(aws);
    // One request a second of the clock, which stands still: the second is turned away once.
    const { fetch: answer } = desk.app;
    server = await serveOnLoopback(
      {
        fetch: async (request) => {
          const response = await answer(request);
          if (response.status === 429 && refusals-- > 0) desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
          return response;
        },
      },
      { name: 'The check API', port: 0 },
    );
    await desk.file({ reference: 'D-1', imei: stolen });
    const { key } = await desk.declare({ burst: 1 });
    const environment = { CHECK_API: server.url, CHECK_KEY: key };

    expect(await run([honest, 'shelf 4'], environment)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^not-reported - .*no guarantee/),
    });
    expect(await run([stolen, 'shelf 5'], environment)).toMatchObject({ code: 2, said: expect.stringMatching(/^reported - /) });
    desk.clock.now = new Date(desk.clock.now.getTime() + 5000);
    expect(await run(['12345'], environment)).toMatchObject({ code: 1, said: expect.stringContaining('found 5 digits') });
    expect(await run([honest], { ...environment, CHECK_KEY: 'fw_nobody' })).toMatchObject({
      code: 1,
      said: expect.stringContaining('no-valid-key'),
    });
    const kept = (await readFile(join(folder, 'receipts.jsonl'), 'utf8')).trim().split('\n');
    expect(kept).toHaveLength(3);
    for (const line of kept) await verifyReceipt(JSON.parse(line).receipt, desk.parts.signingKeys);
  });
});
