import type * as z from 'zod';
import { checkSource } from './check-source.ts';
import { type Source, type SourceProblem, sourceSchema } from './source.ts';

export type ParsedSource = { ok: true; source: Source } | { ok: false; problems: SourceProblem[] };

/** Parses a definition and reports everything that is wrong with it at once, in words for the person who wrote it. */
export function parseSource(value: unknown, today: string = new Date().toISOString().slice(0, 10)): ParsedSource {
  const parsed = sourceSchema.safeParse(value);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap((issue) => problemsOfIssue(issue, value)) };
  const problems = checkSource(parsed.data, today);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, source: parsed.data };
}

/** zod puts all unknown fields of an object into one issue; a person wants one line each. */
function problemsOfIssue(issue: z.core.$ZodIssue, value: unknown): SourceProblem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key].join('.'),
      expected: 'no such field: the fields are described in shared/sources/source.ts',
      found: shown(at(value, [...path, key])),
    }));
  }
  return [{ path: path.join('.') || '(the definition)', expected: expectedBy(issue.message), found: shown(at(value, path)) }];
}

/** zod says `Invalid input: expected string, received undefined`; `found` says better what was received. */
function expectedBy(message: string): string {
  const [, expected] = message.split(/^(?:Invalid|Too)[a-z ]*: expected /);
  return expected?.split(', received ')[0] ?? message;
}

function at(value: unknown, path: string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120);
}
