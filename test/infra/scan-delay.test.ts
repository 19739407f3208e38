import { expect, it } from 'vitest';
import { secondsUntilNextPage } from '../../infra/scan-delay.ts';
import { monitorTemplate, resourcesOf, sourceNamed } from '../support/monitor-template.ts';

const paced = (secondsBetweenRequests: number, fields = {}) =>
  sourceNamed(`s${secondsBetweenRequests}`, { pace: { secondsBetweenRequests }, ...fields });

it('a search page waits on the queue, where waiting is free, for nearly the pace of the quickest source that is watched', () => {
  expect(secondsUntilNextPage([paced(10), paced(30), paced(2, { enabled: false })])).toBe(9);
  expect(secondsUntilNextPage([paced(0.5)])).toBe(0);
  expect(secondsUntilNextPage([])).toBe(0);
  const queues = resourcesOf(monitorTemplate({ sources: [paced(10)] }), 'AWS::SQS::Queue').filter(
    ({ properties }) => properties['DelaySeconds'] > 0,
  );
  expect(queues.map(({ id, properties }) => [id.startsWith('ScanQueue'), properties['DelaySeconds']])).toEqual([[true, 9]]);
});
