import type { Channel, LegalRegime } from './notice.ts';

/** One marketplace as a recipient of notices. Declared by the force, like a Source; see shared/platforms/declaration.ts. */
export interface NoticePlatform {
  /** Id of the Source whose listings it answers for. */
  source: string;
  name: string;
  /** ISO 3166-1 alpha-2, of the law that applies to it. */
  jurisdiction: string;
  legalRegime: LegalRegime;
  /** As the force's lawyers want it cited. */
  provision: string;
  /** The platform's own rule that the listing breaks. */
  platformRule: string;
  /** Where it publishes that notices go. */
  contactPoint: string;
  channel: Channel;
  respondWithinHours: number;
  action: 'remove' | 'suspend';
}
