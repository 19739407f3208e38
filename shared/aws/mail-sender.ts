/** Sends e-mails by SES and says what came of it. */

import { type SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Sent } from '../domain/notice/sent.ts';

export interface RawMail {
  from: string;
  to: string;
  /** Comes back with what SES says of it later. */
  noticeId: string;
  /** As it goes over the wire. */
  raw: Uint8Array;
}

export interface MailSenderParts {
  client: SESv2Client;
  /** Of SES, by which it tells of mails that come back; without one it tells nobody. */
  configurationSet?: string | undefined;
  timeoutMs?: number;
}

/**
 * What SES says may pass: its limits, a pause that the operator ends, a clock that the SDK has just put right. Everything else that it refuses
 * stays refused (MessageRejected, an account that is suspended, a sender that is not verified): somebody must look.
 */
const passing = new Set(['LimitExceededException', 'SendingPausedException', 'ThrottlingException', 'TooManyRequestsException']);

/** `taken` is SES's word that it has the mail, not the receiver's: whether that mailbox is full or gone comes as an event of its own. */
export function createMailSender({ client, configurationSet, timeoutMs = 15_000 }: MailSenderParts) {
  return async ({ from, to, noticeId, raw }: RawMail, signal?: AbortSignal): Promise<Sent> => {
    const inTime = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
    const command = new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      Content: { Raw: { Data: raw } },
      EmailTags: [{ Name: 'notice', Value: noticeId }],
      ConfigurationSetName: configurationSet,
    });
    try {
      const { MessageId = 'without an id', $metadata } = await client.send(command, { abortSignal: inTime });
      return { outcome: 'taken', status: $metadata.httpStatusCode ?? 200, receipt: `SES ${MessageId}` };
    } catch (error) {
      if (signal?.aborted) throw error;
      return outcomeOf(error);
    }
  };
}

function outcomeOf(error: unknown): Sent {
  if (!(error instanceof SESv2ServiceException)) return { outcome: 'later', why: error instanceof Error ? error.message : String(error) };
  const { httpStatusCode: status } = error.$metadata;
  const said = { why: `${error.name}: ${error.message}`, ...(status !== undefined && { status }) };
  const passes =
    passing.has(error.name) || 'clockSkewCorrected' in error.$metadata || status === undefined || status === 429 || status >= 500;
  return { outcome: passes ? 'later' : 'never', ...said };
}
