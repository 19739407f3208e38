/** How badly a photo is taken; ranges within which each is drawn at random. */

export type LevelName = 'easy' | 'medium' | 'hard';
type Range = readonly [from: number, to: number];

export interface Level {
  name: LevelName;
  /** Share that shows the thing lying on a table, not straight on. */
  photographed: number;
  /** Degrees, to either side. */
  turned: number;
  tilted: number;
  /** Standard deviation in points of the finished photo. */
  blur: Range;
  quality: Range;
  /** Points of the finished photo. */
  width: Range;
  screenWidth: Range;
  noise: Range;
  /** Share that is turned by a quarter or a half. */
  sideways: number;
}

// biome-ignore format: a table
export const levels: readonly Level[] = [
  { name: 'easy',   photographed: 0.35, turned: 2.5, tilted: 5,  blur: [0, 0.4],   quality: [75, 92], width: [900, 1290],  screenWidth: [900, 1290], noise: [0, 4],  sideways: 0 },
  { name: 'medium', photographed: 0.65, turned: 8,   tilted: 18, blur: [0.3, 1],   quality: [50, 80], width: [700, 1200],  screenWidth: [480, 900],  noise: [3, 9],  sideways: 0 },
  { name: 'hard',   photographed: 0.85, turned: 15,  tilted: 32, blur: [0.7, 1.5], quality: [30, 60], width: [450, 1000],  screenWidth: [360, 600],  noise: [6, 16], sideways: 0.08 },
];
