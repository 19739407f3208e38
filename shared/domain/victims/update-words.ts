/** What a victim is told, in plain words. No name, no number of a device, no site, no seller: whoever reads it over a shoulder learns nothing. */

import type { VictimEvent, VictimUpdate } from './victim-update.ts';

/** The fields of a template, as GOV.UK Notify and its like fill them in. */
export interface UpdateWords {
  subject: string;
  whatHappened: string;
  whatHappensNext: string;
  whatNotToDo: string;
}

const stayAway =
  'Please do not contact the seller, do not try to buy the device back or meet anybody, and do not share the listing. It could put you at risk and harm the investigation. In an emergency call 999.';

const templates: Record<VictimEvent, UpdateWords> = {
  'listing-confirmed': {
    subject: 'News about your stolen device',
    whatHappened: 'Two officers looked at a listing on a resale site and agree that it offers the device that you reported stolen.',
    whatHappensNext:
      'The next step is to ask the site to take the listing down. This does not mean that your device is found, and we cannot promise that it will be. We will tell you when we have seen for ourselves that the listing is gone.',
    whatNotToDo: stayAway,
  },
  'removal-verified': {
    subject: 'A listing of your stolen device is gone',
    whatHappened: 'The listing that offered your device is no longer shown. We looked more than once.',
    whatHappensNext:
      'We go on watching in case it is offered again. A listing that is gone is not a device that is found: if yours is found, you will hear it from us.',
    whatNotToDo: stayAway,
  },
  'device-recovered': {
    subject: 'Your device is recorded as recovered',
    whatHappened: 'The device that you reported stolen is now recorded as recovered.',
    whatHappensNext:
      'An officer will tell you whether and when you can have it back; it may be needed as evidence first. What we asked of resale sites about it is taken back.',
    whatNotToDo: 'Please do not contact a seller, and do not pay anybody who says that they can return it to you.',
  },
};

export function updateWords({ event }: Pick<VictimUpdate, 'event'>): UpdateWords {
  return templates[event];
}
