import type { CaptureKind } from '../../../shared/evidence/capture.ts';

/** What a platform finds behind a reference. */
export const captureNames: Record<CaptureKind, string> = {
  page: 'The page',
  pictures: 'Its pictures',
  readings: 'Photos with a number that was read',
};
