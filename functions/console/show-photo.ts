import type { Case } from '../../shared/domain/case.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { ConsoleContext } from './access.ts';
import { capturedRendition } from './captured-readings.ts';
import { caseIdOf } from './decided.ts';
import { leaveRow } from './leave-row.ts';
import type { ConsoleParts } from './parts.ts';
import { revisionOf } from './present-case.ts';
import { notFound } from './refusals.ts';
import { familiesOf } from './same-photos.ts';

/** A photo that the listing shows, or another listing that the same photo led to; gone with that listing's term. */
async function comparedPhoto(item: Case, sha256: string, parts: ConsoleParts): Promise<Uint8Array | undefined> {
  const families = await familiesOf(revisionOf({ item, revisions: await parts.listings.revisions(item.listing) }), parts);
  const members = [...families.values()].flatMap((family) => family.members);
  if (!members.some((member) => member.sha256 === sha256)) return undefined;
  for (const days of new Set(parts.sources.map(({ retentionDays }) => retentionDays))) {
    const rendition = await parts.pictures.getRendition(sha256, days);
    if (rendition !== undefined) return rendition;
  }
  return undefined;
}

/**
 * A photo of a Case's evidence, drawn anew when it was read: never a stranger's bytes, and a picture whatever they
 * were. The headers of every answer forbid to take it for anything else.
 */
export async function showPhoto(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const id = caseIdOf(context);
  const sha256 = context.req.param('photo') ?? '';
  const item = await parts.cases.get(id);
  const ours = item?.team === person.team;
  const detail = { photo: sha256.slice(0, 64) };
  await leaveRow(parts, person, { act: 'photo-viewed', subject: { kind: 'case', id }, outcome: ours ? 'done' : 'refused', detail });
  const rendition = ours ? ((await capturedRendition(id, sha256, parts)) ?? (await comparedPhoto(item, sha256, parts))) : undefined;
  if (rendition === undefined) return notFound(context, parts);
  return context.body(new Uint8Array(rendition), 200, {
    'content-type': 'image/jpeg',
    'content-disposition': 'inline; filename="photo.jpg"',
  });
}
