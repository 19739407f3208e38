import type { Label } from '../../shared/pages/pieces.ts';
import type { Source } from '../../shared/sources/source.ts';
import { livenessLabel } from './present.ts';
import type { SamePhoto } from './same-photos.ts';

interface Picture {
  src: string;
  alt: string;
}

export interface SamePhotoView {
  own: Picture;
  isStock: boolean;
  elsewhere: { photo: Picture; words: string; liveness: Label }[];
}

export function presentSamePhotos(caseId: string, photos: readonly SamePhoto[], sources: readonly Source[]): SamePhotoView[] {
  const src = (sha256: string) => `/cases/${encodeURIComponent(caseId)}/photos/${sha256}`;
  return photos.map(({ sha256, isStock, elsewhere }) => ({
    own: { src: src(sha256), alt: 'A photo of this listing' },
    isStock,
    elsewhere: elsewhere.map(({ listing, sha256: other }) => {
      const name = `listing ${listing.itemId} of ${sources.find(({ id }) => id === listing.source)?.name ?? listing.source}`;
      return {
        photo: { src: src(other), alt: `The same photo in ${name}` },
        words: `The same photo was used in ${name}, first seen on ${listing.firstSeenAt.slice(0, 10)}.`,
        liveness: livenessLabel(listing.liveness),
      };
    }),
  }));
}
