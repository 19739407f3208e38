/** Signs that an offer is a stolen phone, whichever it is: they move the prior of the listing and never choose a record. */

import type { ComparedListing } from './compared-listing.ts';
import { clamp, type Finding } from './finding.ts';
import { offeredAt } from './offered-at.ts';
import type { Population } from './population.ts';
import type { DeviceProfile } from './profile.ts';
import type { MatchingModel } from './weights.ts';

interface Question {
  listing: ComparedListing;
  profile: DeviceProfile;
  model: MatchingModel;
  population: Population;
}

/** One line for the whole offer: price, account age, shop or not, wording; undefined where nothing speaks. */
export function offerFinding(question: Question): Finding | undefined {
  const signs = [...accountSigns(question), ...shopSigns(question), ...wordSigns(question), ...priceSigns(question)];
  if (signs.length === 0) return undefined;
  const { capBits } = question.model.prior;
  return {
    field: 'offer',
    listingSays: signs.map(({ sign }) => sign).join('; '),
    level: 'signs of the offer',
    bits: clamp(
      signs.reduce((sum, { bits }) => sum + bits, 0),
      -capBits,
      capBits,
    ),
  };
}

interface Sign {
  sign: string;
  bits: number;
}

const day = 86_400_000;

function accountSigns({ listing, model }: Question): Sign[] {
  const joined = Date.parse(listing.seller?.joinedAt ?? '');
  const days = (Date.parse(offeredAt(listing)) - joined) / day;
  const step = model.seller.accountDays.find(({ below }) => days < below);
  if (!step || Number.isNaN(days)) return [];
  return [{ sign: `account ${Math.max(0, Math.round(days))} days old`, bits: step.bits }];
}

function shopSigns({ listing, profile, model }: Question): Sign[] {
  const { shopBits, shopFromListings, severalPhonesBits } = model.seller;
  const offers = listing.seller?.activeListings ?? 1;
  if (offers >= shopFromListings || profile.signs?.includes('shop')) return [{ sign: 'sold as a shop sells', bits: shopBits }];
  return offers >= 3 ? [{ sign: `${offers} offers at once, and no shop`, bits: severalPhonesBits }] : [];
}

const inWords = {
  'tied-to-account': 'it is tied to somebody’s account',
  'phone-alone': 'the phone alone is offered',
  'must-go': 'it must go quickly',
  boxed: 'box or receipt is offered with it',
};

function wordSigns({ profile, model }: Question): Sign[] {
  return (profile.signs ?? []).flatMap((sign) => (sign === 'shop' ? [] : { sign: inWords[sign], bits: model.seller.says[sign] }));
}

function priceSigns({ listing, profile, model, population }: Question): Sign[] {
  const prices = population.logPrices(profile.model.models, profile.storageGb, listing.price?.currency);
  const amount = listing.price?.amount ?? 0;
  if (!prices || amount <= 0) return [];
  const z = (Math.log(amount) - prices.middle) / prices.spread;
  const step = model.seller.priceZ.find(({ below }) => z < below);
  return step ? [{ sign: `price ${z < 0 ? 'below' : 'above'} the usual by ${Math.abs(z).toFixed(1)} spreads`, bits: step.bits }] : [];
}
