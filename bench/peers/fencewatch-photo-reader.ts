import { createPhotoReader } from '../../shared/vision/read-photo.ts';
import { measurePhotos } from './photo-reader.ts';

const reader = await createPhotoReader();
await measurePhotos(async (photo) => {
  const reading = await reader.read(photo);
  return reading.outcome === 'read' ? reading.identifiers.flatMap(({ kind, value }) => (kind === 'imei' ? value : [])) : [];
});
