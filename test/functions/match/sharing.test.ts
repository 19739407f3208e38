import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aRecord, createMatchingDesk } from '../../support/matching-desk.ts';

/** Made up, with right check digits; nobody's device. */
const imei = '356938035643817';
const otherImei = '861234050012344';
const aws = useEmbeddedAws();

describe('a number that several share', () => {
  it('queues both records that hold it, and says so', async () => {
    const desk = createMatchingDesk(aws);
    const one = await desk.record({ imei });
    const two = await desk.record({ imei });
    await desk.listing('1', { imei });
    expect(await desk.flagged()).toEqual([`1 → ${one.reference}: several-records`, `1 → ${two.reference}: several-records`].sort());
  });

  it('says so on the case that stood before the second record came', async () => {
    const desk = createMatchingDesk(aws);
    const one = await desk.record({ imei });
    await desk.listing('1', { imei });
    const two = await desk.record({ imei });
    expect(await desk.flagged()).toEqual([`1 → ${one.reference}: several-records`, `1 → ${two.reference}: several-records`].sort());
  });

  it('no longer says so when one of the records is withdrawn', async () => {
    const desk = createMatchingDesk(aws);
    const one = await desk.record({ imei });
    const two = await desk.record({ imei });
    await desk.listing('1', { imei });
    await desk.status(two, 'withdrawn');
    expect(await desk.flagged()).toEqual([`1 → ${one.reference}: `]);
  });

  it('does not count a record that was corrected to another number', async () => {
    const desk = createMatchingDesk(aws);
    const one = await desk.record({ imei });
    const two = await desk.record({ imei });
    await desk.change({ ...two, identifiers: [{ kind: 'imei', value: otherImei }] });
    await desk.listing('1', { imei });
    expect(await desk.flagged()).toEqual([`1 → ${one.reference}: `]);
  });

  it('counts what is known under either number of a phone with two', async () => {
    const desk = createMatchingDesk(aws);
    const two = await desk.record({ imei, imei2: otherImei });
    const one = await desk.record({ imei });
    await desk.listing('1', { imei, imei2: otherImei });
    expect(await desk.flagged()).toEqual([`1 → ${one.reference}: several-records`, `1 → ${two.reference}: several-records`].sort());
  });

  it('takes the same phone listed again for no contradiction', async () => {
    const desk = createMatchingDesk(aws);
    const { reference } = await desk.record({ imei });
    await desk.listing('1', { imei });
    await desk.listing('2', { imei });
    expect(await desk.flagged()).toEqual([`1 → ${reference}: `, `2 → ${reference}: `]);
  });

  it('says on both cases that two different phones bear it', async () => {
    const desk = createMatchingDesk(aws);
    const { reference } = await desk.record({ imei });
    await desk.listing('1', { imei, title: 'iPhone 13 128GB' });
    await desk.listing('2', { imei, title: 'iPhone 13 512GB' });
    expect(await desk.flagged()).toEqual([`1 → ${reference}: several-listings`, `2 → ${reference}: several-listings`]);
  });

  it('makes the same cases with the same flags of any order of messages and with any repeated', async () => {
    const messages = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 });
    const repeats = fc.array(fc.nat({ max: 7 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(messages, repeats, async (order, again) => {
        const desk = createMatchingDesk(aws);
        const [alone, both, withdrawn] = [
          aRecord({ imei: otherImei, reference: `${desk.source}/alone` }),
          aRecord({ imei, imei2: otherImei, reference: `${desk.source}/both` }),
          aRecord({ imei, status: 'withdrawn', reference: `${desk.source}/withdrawn` }),
        ];
        const requests = [
          await desk.keep(alone),
          await desk.keep(both),
          await desk.keep(withdrawn),
          await desk.keepListing('1', { imei }),
          await desk.keepListing('2', { imei: otherImei, title: 'iPhone 13 128GB' }),
          await desk.keepListing('3', { imei: otherImei, title: 'iPhone 13 512GB' }),
          await desk.keepListing('4', { imei: '350000000000008' }),
          await desk.keepListing('1', { imei, description: 'Price dropped.' }),
        ];
        for (const index of [...order, ...again]) {
          const request = requests[index];
          if (request) await desk.tell(request);
        }
        expect(await desk.flagged()).toEqual([
          `1 → ${both.reference}: `,
          `2 → ${alone.reference}: several-records,several-listings`,
          `2 → ${both.reference}: several-records,several-listings`,
          `3 → ${alone.reference}: several-records,several-listings`,
          `3 → ${both.reference}: several-records,several-listings`,
        ]);
        const revisions = (await desk.cases()).filter(({ listing }) => listing.itemId === '1').map(({ listing }) => listing.revision);
        expect(revisions).toEqual([2]);
      }),
      { numRuns: 12 },
    );
  });
});
