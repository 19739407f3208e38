import type { OutgoingMessage } from '../../shared/aws/queue.ts';
import type { Case } from '../../shared/domain/case.ts';
import { type CaseOpened, mostPictures, type PicturesWanted, pictureUrlSchema } from '../../shared/messages.ts';

/**
 * Asks for the pictures of a page that was captured, in the group of its host: they come after the pages that wait already, and each Case
 * that is opened asks once.
 */
export function picturesRequest({ caseId, source, url }: CaseOpened, { openedAt }: Case, images: readonly string[]): OutgoingMessage[] {
  if (images.length === 0) return [];
  const pictures = images.filter((address) => pictureUrlSchema.safeParse(address).success).slice(0, mostPictures);
  const body: PicturesWanted = { type: 'pictures-wanted', caseId, source, url, pictures, leftOut: images.length - pictures.length };
  return [{ body, group: new URL(url).host, deduplicationId: `${caseId}#pictures#${openedAt}` }];
}
