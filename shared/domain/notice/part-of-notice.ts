import type { Notice } from './notice.ts';

/** A notice that names the targets alone whose place in `kept` is true. */
export function partOfNotice(notice: Notice, kept: readonly boolean[]): Notice {
  const isKept = (_: unknown, index: number) => kept[index] === true;
  if (notice.kind === 'removal-notice') return { ...notice, targets: notice.targets.filter(isKept) };
  return { ...notice, targets: notice.targets.filter(isKept) };
}
