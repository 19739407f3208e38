import type { Person } from '../../shared/domain/person.ts';
import type { ConsoleContext } from './access.ts';
import { capturedRendition } from './captured-readings.ts';
import { caseIdOf } from './decided.ts';
import { leaveRow } from './leave-row.ts';
import type { ConsoleParts } from './parts.ts';
import { notFound } from './refusals.ts';

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
  const rendition = ours ? await capturedRendition(id, sha256, parts) : undefined;
  if (rendition === undefined) return notFound(context, parts);
  return context.body(new Uint8Array(rendition), 200, {
    'content-type': 'image/jpeg',
    'content-disposition': 'inline; filename="photo.jpg"',
  });
}
