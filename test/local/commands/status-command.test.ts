import { expect, it } from 'vitest';
import { statusOf, statusText } from '../../../local/commands/status-command.ts';
import { openStores } from '../../../local/stores.ts';
import { scanIdAt } from '../../../shared/domain/scan.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { exampleSource } from '../../support/source-fixture.ts';

const aws = useEmbeddedAws();

it('says of each source which scan was last, when the next is due, what it waits for, and which hosts are left alone until when', async () => {
  const stores = openStores({
    ...aws.aws.environment,
    IDENTIFIER_KEY: 'a key for tests, of thirty-two characters or more',
    TEAM: 'default',
  });
  const source = exampleSource({ id: 'waiting', schedule: { everyMinutes: 30 } });
  const [host] = source.hosts;
  const now = Date.now();
  const iso = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
  const scan = { id: scanIdAt(source.id, new Date(now)), source: source.id, openedAt: iso(0) };
  await stores.scans.open(scan);
  await stores.scans.noteWait(scan, { until: iso(10), why: `robots.txt of ${host}: HTTP 500` });
  await stores.scans.open({ ...scan, id: scanIdAt(source.id, new Date(now + 7 * 3_600_000)), openedAt: iso(420) });
  await stores.hosts.holdOff({ host: host ?? '', untilMs: now + 3_600_000, now });

  const status = await statusOf(stores, [source], true);
  expect(status.sources).toMatchObject([
    {
      id: 'waiting',
      lastScan: { id: scan.id },
      nextScanDue: new Date(Math.floor(now / 1000) * 1000 + 30 * 60_000).toISOString(),
      resting: [{ host, until: iso(60) }],
      sight: { health: 'not-scanned', waits: { until: iso(10) } },
    },
  ]);
  const text = statusText(status);
  expect(text).toContain(`    ${host} is left alone until ${iso(60)}.`);
  expect(text).toContain(`: robots.txt of ${host}: HTTP 500. Until then nobody asks again.`);
});
