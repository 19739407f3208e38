/** A fitted model as a source file of its own: what a fit changed, and a reference to the version before for the rest. */

import type { MatchingModel } from '../../shared/domain/matching/weights.ts';
import type { Fit } from './fit-model.ts';

/** Names of versions: a day, and a letter where a day has several. */
export const versionPattern = /^\d{4}-\d{2}-\d{2}[a-z]?$/;

export function modelSource({ model, counts, heldOut, levels }: Fit, before: MatchingModel): string {
  const { before: old, after } = heldOut;
  const [name, base] = [model.version, before.version].map((version) => `model${version.replaceAll('-', '')}`);
  const sections = sectionNames.filter((section) => JSON.stringify(model[section]) !== JSON.stringify(before[section]));
  return `/**
 * The weights of ${model.version}, estimated by \`fencewatch model fit\`; what is not named here is as in ${before.version}.
 *
 * From ${counts.byNumber} pairs that a number confirmed and ${counts.byPerson} that a person or labels did, ${counts.listings} listings and ${counts.records} records. On listings that the
 * fit had not seen: Brier score ${old.brier.toFixed(4)} before and ${after.brier.toFixed(4)} now, log loss ${old.logLoss.toFixed(4)} and ${after.logLoss.toFixed(4)},
 * average precision ${old.averagePrecision.toFixed(3)} and ${after.averagePrecision.toFixed(3)}.
 */

import { ${base} } from './model-${before.version}.ts';
import type { MatchingModel } from './weights.ts';

/** Never edited once a Match was made with it: new numbers are a new file. */
export const ${name}: MatchingModel = {
  ...${base},
  version: '${model.version}',
${sections.map((section) => `${commentOf(section, levels)}  ${section}: ${literal(model[section], 1)},`).join('\n')}
};
`;
}

/** What a fit may change, in the order of the file; all of it plain values. */
const sectionNames = ['model', 'storage', 'colour', 'time', 'place', 'placeWords', 'network', 'battery', 'mark', 'calibration'] as const;

const fieldsOfSection: Partial<Record<(typeof sectionNames)[number], string[]>> = {
  model: ['model', 'make alone'],
  storage: ['storage'],
  colour: ['colour'],
  time: ['stolen-time'],
  place: ['place'],
  placeWords: ['place in words'],
  network: ['network, report locked', 'network, report unlocked'],
  battery: ['battery'],
  mark: ['common mark', 'common mark, unreported', 'rare mark', 'rare mark, unreported'],
};

/** How many pairs each number rests on. */
function commentOf(section: (typeof sectionNames)[number], levels: Fit['levels']): string {
  const fields = fieldsOfSection[section] ?? [];
  const lines = fields.map((field) => {
    const reached = levels.filter((level) => level.field === field).map(({ level, pairs }) => `${level} ${Number(pairs.toFixed(1))}`);
    return `  // Pairs, ${field}: ${reached.join(', ')}.\n`;
  });
  return lines.join('');
}

/** As the formatter writes it: objects open, short objects in a list on one line each. */
function literal(value: unknown, depth: number): string {
  const [outer, inner] = ['  '.repeat(depth), '  '.repeat(depth + 1)];
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each !== 'object')) return `[${value.map((each) => literal(each, depth)).join(', ')}]`;
    return `[\n${value.map((each) => `${inner}${oneLine(each)},`).join('\n')}\n${outer}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, each]) => `${inner}${keyText(key)}: ${literal(each, depth + 1)},`);
    return `{\n${entries.join('\n')}\n${outer}}`;
  }
  if (value === Number.POSITIVE_INFINITY) return 'Number.POSITIVE_INFINITY';
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function oneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return literal(value, 0);
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${keyText(key)}: ${literal(each, 0)}`)
    .join(', ')} }`;
}

function keyText(key: string): string {
  return /^[a-z]\w*$/i.test(key) ? key : `'${key}'`;
}
