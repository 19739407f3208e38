import { readFile } from 'node:fs/promises';
import { parseSource } from './parse-source.ts';
import type { Source, SourceProblem } from './source.ts';

/** One thing wrong with a file of definitions; `path` is empty when the file as a whole is at fault. */
export interface SourceFileProblem extends SourceProblem {
  file: string;
}

/** Definitions that cannot be used. Nothing starts: a Source that is silently left out would be a blind spot. */
export class SourceFilesInvalid extends Error {
  override name = 'SourceFilesInvalid';
  readonly problems: readonly SourceFileProblem[];

  constructor(problems: readonly SourceFileProblem[]) {
    super(['Source definitions cannot be used:', ...problems.map(problemLine)].join('\n'));
    this.problems = problems;
  }
}

function problemLine({ file, path, expected, found }: SourceFileProblem): string {
  return `  ${file}${path === '' ? '' : ` at ${path}`}: expected ${expected}; found ${found}`;
}

/**
 * The Sources of the registry and of an operator's JSON files, each file holding one definition or an array of them. A definition in a
 * file replaces the registry's of the same id: that is how a force enables one after reading its terms. Throws SourceFilesInvalid with
 * every problem of every file.
 */
export async function loadSources(from: { registry: readonly Source[]; files: readonly string[] }): Promise<Source[]> {
  const problems: SourceFileProblem[] = [];
  const byId = new Map(from.registry.map((source) => [source.id, source]));
  const fileOfId = new Map<string, string>();
  for (const file of from.files) {
    const read = await readDefinitions(file);
    problems.push(...read.problems);
    for (const source of read.sources) {
      const before = fileOfId.get(source.id);
      if (before !== undefined)
        problems.push({ file, path: 'id', expected: `an id that ${before} does not use already`, found: source.id });
      fileOfId.set(source.id, file);
      byId.set(source.id, source);
    }
  }
  if (problems.length > 0) throw new SourceFilesInvalid(problems);
  return [...byId.values()];
}

async function readDefinitions(file: string): Promise<{ sources: Source[]; problems: SourceFileProblem[] }> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { sources: [], problems: [{ file, path: '', expected: 'a readable JSON file', found }] };
  }
  const sources: Source[] = [];
  const problems: SourceFileProblem[] = [];
  for (const [index, definition] of (Array.isArray(value) ? value : [value]).entries()) {
    const parsed = parseSource(definition);
    if (parsed.ok) sources.push(parsed.source);
    else {
      const prefix = Array.isArray(value) ? `${index}.` : '';
      problems.push(...parsed.problems.map((problem) => ({ file, ...problem, path: prefix + problem.path })));
    }
  }
  return { sources, problems };
}
