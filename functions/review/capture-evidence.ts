import type { Delivery } from '../../shared/aws/batch.ts';
import type { ReviewRequest } from '../../shared/messages.ts';
import { capturePictures } from './capture-pictures.ts';
import { captureReadings } from './capture-readings.ts';
import type { ReviewParts } from './parts.ts';
import { review } from './review.ts';

/** Whatever the evidence of a Case asks for. */
export async function captureEvidence(request: ReviewRequest, delivery: Delivery, parts: ReviewParts): Promise<void> {
  switch (request.type) {
    case 'case-opened':
      return review(request, delivery, parts);
    case 'pictures-wanted':
      return capturePictures(request, delivery, parts);
    case 'photos-read':
      return captureReadings(request, parts);
  }
}
