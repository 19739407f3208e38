import type { Metrics } from '../../shared/aws/metrics.ts';
import type { SeeParts } from './see.ts';

/** Photos counted as they come and are read: those that many listings show, once. One that does not come counts each time it was asked for. */
export function countedPhotos(
  { fetcher, photos }: Pick<SeeParts, 'fetcher' | 'photos'>,
  metrics: Pick<Metrics, 'add'>,
): Pick<SeeParts, 'fetcher' | 'photos'> {
  return {
    fetcher: {
      ...fetcher,
      async fetch(url, source, options) {
        const fetched = await fetcher.fetch(url, source, options);
        const isOurWait = fetched.outcome === 'failed' && fetched.isOurWait === true;
        if (!isOurWait && (fetched.outcome !== 'page' || fetched.status >= 400)) metrics.add('PhotosNotRead', 1);
        return fetched;
      },
    },
    photos: {
      ...photos,
      async put(sha256, photo, expiresAt) {
        await photos.put(sha256, photo, expiresAt);
        metrics.add(photo.outcome === 'read' ? 'PhotosRead' : 'PhotosNotRead', 1);
        if (photo.finds.length > 0) metrics.add('PhotosWithNumber', 1);
      },
    },
  };
}
