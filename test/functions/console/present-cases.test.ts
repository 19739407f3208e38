import { describe, expect, it } from 'vitest';
import { caseRow, emptyQueue, sightOf } from '../../../functions/console/present-cases.ts';
import type { Scan } from '../../../shared/domain/scan.ts';
import { aCase, aScan, aSource, NOW } from '../../support/console-data.ts';

const second = aSource({ id: 'celldeals', name: 'Cell Deals' });
const running: Scan = { id: 'r', source: 'marktplein', openedAt: '2026-11-22T14:00:00.000Z' };

describe('caseRow', () => {
  it('names the strongest reason in favour', () => {
    const row = caseRow(aCase(), [{ source: aSource(), scans: [aScan()] }], NOW);
    expect(row).toMatchObject({
      href: '/cases/k3Yb0sQeT1xWm2Rz9aLp',
      source: 'Marktplein',
      why: 'Same device number',
      because: 'The listing shows the IMEI of the stolen record.',
      estimate: '97 %',
      age: '3 hours ago',
      health: { text: 'Healthy', colour: 'green' },
    });
  });

  it('takes the health of the last finished scan while the next one runs', () => {
    const row = caseRow(aCase(), [{ source: aSource(), scans: [running, aScan({ health: 'blind' })] }], NOW);
    expect(row.health.text).toBe('Blind');
  });

  it('says why a case is closed', () => {
    const closed = aCase({ state: 'closed', closedAt: '2026-11-22T12:00:00.000Z', closedBecause: 'The record was marked as withdrawn.' });
    expect(caseRow(closed, [], NOW).hands).toBe('Closed on 22 Nov 2026, 12:00: the record was marked as withdrawn.');
  });

  it('shows the id of a source that is no longer known', () => {
    expect(caseRow(aCase(), [], NOW)).toMatchObject({ source: 'marktplein', health: { text: 'Not scanned yet' } });
  });
});

describe('sightOf', () => {
  it('sums what the last scans of all watched sources saw', () => {
    const watched = [
      { source: aSource(), scans: [aScan()] },
      { source: second, scans: [aScan({ source: 'celldeals' })] },
    ];
    expect(sightOf(watched)).toEqual({
      sentence: '2 of 2 watched sources seen in full at the last scan, 2,508 listings looked at.',
      gaps: [],
    });
  });

  it('names every source that was not seen in full', () => {
    const watched = [
      { source: aSource(), scans: [running] },
      { source: second, scans: [aScan({ health: 'blocked' })] },
    ];
    expect(sightOf(watched).gaps).toEqual([
      'Marktplein: no scan has finished yet.',
      'Cell Deals: the last scan was turned away by the platform.',
    ]);
  });

  it('leaves out sources that are not watched', () => {
    expect(sightOf([{ source: aSource({ enabled: false }), scans: [] }])).toEqual({ sentence: 'No source is being watched.', gaps: [] });
  });
});

describe('emptyQueue', () => {
  it('offers to scan before anything was scanned', () => {
    const { next } = emptyQueue('ready', [{ source: aSource(), scans: [] }]);
    expect(next.map(({ command }) => command)).toEqual([
      'npm run -s fencewatch -- scan --once',
      'npm run -s fencewatch -- records import FILE',
    ]);
  });

  it('sends nobody to import records where persons or clocks put cases', () => {
    const watched = [{ source: aSource(), scans: [aScan()] }];
    for (const state of ['waiting', 'held', 'opened', 'on-hold', 'second-check', 'confirmed', 'closed'] as const)
      expect(emptyQueue(state, watched).next).toEqual([]);
  });

  it('points at the sources when none is enabled', () => {
    const { next } = emptyQueue('ready', []);
    expect(next[0]?.text).toBe('Enable a source: each says on the page Scans why it is not watched.');
  });
});
