import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** What a process prints that counts and publishes: in one of its own, as Powertools writes past `console`. */
function printed(script: string, env: Record<string, string> = {}): Record<string, unknown>[] {
  const metrics = new URL('../../../shared/aws/metrics.ts', import.meta.url).href;
  const whole = `const { createMetrics } = await import(${JSON.stringify(metrics)}); const metrics = createMetrics({ stage: 'dev' });${script}`;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', whole], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  });
  return said
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

const counting = `
  metrics.addOf('gumtree', 'ListingsRead', 1); metrics.addOf('gumtree', 'ListingsRead', 1); metrics.addOf('ebay', 'BlindScans', 0);
  metrics.add('Looks', 3); metrics.publish(); metrics.publish();`;

test('counts are printed once, a line for each source and one for all, with stage and source as dimensions', () => {
  const lines = printed(counting);
  expect(lines).toHaveLength(3);
  const [total, gumtree, ebay] = lines;
  expect(total).toMatchObject({ service: 'fencewatch', stage: 'dev', Looks: 3 });
  expect(total?.['_aws']).toMatchObject({ CloudWatchMetrics: [{ Namespace: 'Fencewatch', Dimensions: [['service', 'stage']] }] });
  expect(gumtree).toMatchObject({ stage: 'dev', source: 'gumtree', ListingsRead: [1, 1] });
  const dimensions = [expect.arrayContaining(['service', 'stage', 'source'])];
  expect(gumtree?.['_aws']).toMatchObject({ CloudWatchMetrics: [{ Dimensions: dimensions }] });
  expect(ebay).toMatchObject({ source: 'ebay', BlindScans: 0 });
});

test('nothing is printed where metrics are switched off', () => {
  expect(printed(counting, { POWERTOOLS_METRICS_DISABLED: 'true' })).toEqual([]);
});
