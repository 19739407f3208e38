/** Cases that are refused together: each in a line before, each in a line after. */

import type { Case } from '../../shared/domain/case.ts';
import type { Obstacle } from '../../shared/domain/case-obstacles.ts';
import { takesEffectAt } from '../../shared/domain/decision.ts';
import { clockOf, percentWords } from '../../shared/pages/format.ts';
import { evidenceKindWords, flagSentence } from './present.ts';
import type { OfMany } from './refuse-many.ts';
import { troubleOf } from './work-words.ts';

export interface PreviewRow {
  /** What the form sends back for it; absent when it cannot be refused now. */
  value: string | undefined;
  href: string;
  title: string;
  reference: string;
  why: string;
  estimate: string;
  /** Every line that speaks for the match: what refusing it would overrule. */
  speaksFor: string[];
  cautions: string[];
  hindrance: string;
}

export function previewRow(item: Case, { obstacle, seen }: { obstacle: Obstacle | undefined; seen: string }): PreviewRow {
  const { id, listing, match } = item;
  return {
    value: obstacle === undefined ? `${id} ${seen}` : undefined,
    href: hrefOf(id),
    title: listing.title,
    reference: match.recordReference,
    why: evidenceKindWords(match.evidenceKind),
    estimate: percentWords(match.probability),
    speaksFor: match.evidence.filter(({ bits }) => bits > 0).map(({ sentence }) => sentence),
    cautions: match.flags.map(flagSentence),
    hindrance: obstacle === undefined ? '' : troubleOf(obstacle).sentence,
  };
}

export interface OutcomesView {
  done: { id: string; href: string; title: string }[];
  notDone: { href: string; title: string; why: string }[];
  /** When the first of them takes effect: `14:06:10`; empty when none was done. */
  until: string;
}

export function presentOutcomes(outcomes: readonly OfMany[], cases: readonly Case[]): OutcomesView {
  const titles = new Map(cases.map(({ id, listing }) => [id, listing.title]));
  const named = (id: string) => ({ href: hrefOf(id), title: titles.get(id) ?? id });
  const [first] = outcomes.flatMap(({ acted }) => (acted.outcome === 'done' ? (acted.item.work?.decisions.slice(-1) ?? []) : []));
  return {
    done: outcomes.filter(({ acted }) => acted.outcome === 'done').map(({ id }) => ({ id, ...named(id) })),
    notDone: outcomes.flatMap(({ id, acted }) => (acted.outcome === 'done' ? [] : [{ ...named(id), why: whyNot(acted) }])),
    until: first === undefined ? '' : clockOf(takesEffectAt(first)),
  };
}

function whyNot(acted: Exclude<OfMany['acted'], { outcome: 'done' }>): string {
  return acted.outcome === 'missing' ? 'It is not there, or belongs to another team.' : troubleOf(acted.hindrance).sentence;
}

function hrefOf(id: string): string {
  return `/cases/${encodeURIComponent(id)}`;
}
