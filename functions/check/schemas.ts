/** What is asked and answered, as schemas that check requests and that the OpenAPI document is made from. */

import * as z from 'zod';
import { receiptSchema } from '../../shared/check-receipt.ts';
import { type CheckAnswer, checkAnswers } from '../../shared/domain/check/answer.ts';

/** Said beside each answer: an answer that is passed on must carry what it does not mean. */
export const meanings: Record<CheckAnswer, string> = {
  reported:
    'This device is reported stolen. Do not buy or return it before you have spoken to the police; this is no proof against whoever offers it.',
  'not-reported':
    'No report of this device is held. This is no guarantee: many stolen devices are never reported, or not with this number.',
  'cannot-say': 'Nothing can be said about this device. This means neither that it is reported nor that it is not.',
};

export const LONGEST_IDENTIFIER = 100;
export const LONGEST_REFERENCE = 100;

const named = 'an IMEI, a MEID or a serial number';

const referenceSchema = z
  .string('a text')
  .max(LONGEST_REFERENCE, `at most ${LONGEST_REFERENCE} characters`)
  .describe('Your own, given back in the answer and shown to officers when the device is reported. No names of persons.');

/** Nothing else is taken: what is not needed should not be sent. Messages say what was expected. */
export const questionSchema = z
  .strictObject(
    {
      identifier: z
        .string({ error: ({ input }) => (input === undefined ? named : 'a text: a number would lose the zeros it begins with') })
        .min(1, named)
        .max(LONGEST_IDENTIFIER, `at most ${LONGEST_IDENTIFIER} characters`)
        .describe('IMEI (15 digits, 14 or 16), MEID or serial number of one device; spaces, dashes, dots and slashes are passed over.'),
      reference: referenceSchema.optional(),
    },
    {
      error: ({ code }) =>
        code === 'unrecognized_keys' ? 'no field but identifier and reference' : 'an object with identifier, and reference if you like',
    },
  )
  .meta({ id: 'Question' });

const faultSchema = z.object({ expected: z.string(), found: z.string().describe('What is wrong, without the number.') });

export const answerSchema = z
  .object({
    answer: z.enum(checkAnswers),
    meaning: z.string(),
    reference: z.string().optional(),
    fault: faultSchema.optional().describe('Why nothing can be said, where the identifier itself is the reason.'),
    receipt: receiptSchema.optional().describe('Absent when the look-up could not be made.'),
    askedKey: z.string().optional().describe('With this and the number you can show what the receipt is about. Keep them together.'),
  })
  .meta({ id: 'Answer' });
export type Answer = z.infer<typeof answerSchema>;

export const batchRowSchema = z
  .object({
    row: z.int().describe('1 for the first row after the header.'),
    reference: z.string().optional(),
    answer: z.enum(checkAnswers).optional(),
    asked: z.string().optional().describe('HMAC of the device under `askedKey`.'),
    error: faultSchema.extend({ field: z.string() }).optional().describe('Why the row has no answer, or says `cannot-say`.'),
  })
  .meta({ id: 'BatchRow' });
export type BatchRow = z.infer<typeof batchRowSchema>;

export const batchSchema = z
  .object({
    meanings: z.record(z.enum(checkAnswers), z.string()),
    rows: z.array(batchRowSchema),
    receipt: receiptSchema,
    askedKey: z.string(),
  })
  .meta({ id: 'Batch' });
export type Batch = z.infer<typeof batchSchema>;
