import { scenes } from '../drawn/device-photo.ts';
import type { Way } from './way.ts';

/** Ways of those who write no number at all and show it in their first photo: the value names the scene and the numbers on it. */
export const photographedWays: readonly Way[] = scenes.map((scene) => ({
  name: scene,
  needsStructuredData: true,
  write: ({ imei, imei2 }) => [{ place: 'photo', value: [scene, imei, ...(imei2 === undefined ? [] : [imei2])].join(' ') }],
}));
