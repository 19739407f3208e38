/**
 * Timestamps of a third party (RFC 3161): an authority's signed word that a manifest, and so all that it names, existed at a moment. By pkijs, which
 * reads and verifies the signatures; the rest of this file is what RFC 3161 asks beyond them.
 */

import { randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import { Certificate, ContentInfo, ExtKeyUsage, MessageImprint, PKIStatus, SignedData, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs';

/** What `checkTimestamp` found. */
export interface CheckedTimestamp {
  /** When, by the authority's clock. */
  at: string;
  /** Common name of the certificate that signed. */
  authority: string;
  /** Whether that certificate leads to one of those that the checker trusts; undefined where none was given. */
  trusted: boolean | undefined;
}

const timeStampingUse = '1.3.6.1.5.5.7.3.8';
const extendedKeyUsage = '2.5.29.37';
const commonName = '2.5.4.3';

/** DER of a request (RFC 3161, 2.4.1) with a nonce of its own; the authority sees a hash and nothing else. */
export async function timestampRequest(manifest: Uint8Array): Promise<Uint8Array> {
  const messageImprint = await MessageImprint.create('SHA-256', bufferOf(manifest));
  // A first byte below 128 keeps the number positive.
  const nonce = randomBytes(12);
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 1;
  const request = new TimeStampReq({ version: 1, messageImprint, certReq: true, nonce: new asn1js.Integer({ valueHex: bufferOf(nonce) }) });
  return new Uint8Array(request.toSchema().toBER(false));
}

/** Throws when the answer to this request is no timestamp of it, with the reason; otherwise it may be kept. */
export async function acceptTimestamp(response: Uint8Array, request: Uint8Array): Promise<void> {
  const asked = TimeStampReq.fromBER(bufferOf(request));
  const { info } = parse(response);
  if (!info.messageImprint.hashedMessage.isEqual(asked.messageImprint.hashedMessage)) throw new Error('the timestamp is of something else');
  if (asked.nonce === undefined || !info.nonce?.isEqual(asked.nonce)) throw new Error('the timestamp answers another request');
}

/** Throws when the response (`.tsr`) does not hold for this manifest: another manifest, a changed byte, a certificate not made for timestamps. */
export async function checkTimestamp(
  response: Uint8Array,
  manifest: Uint8Array,
  { trusted }: { trusted?: readonly Uint8Array[] } = {},
): Promise<CheckedTimestamp> {
  const { signed, info } = parse(response);
  const verified = await signed.verify({ signer: 0, data: bufferOf(manifest) }).catch(() => false);
  if (verified !== true) throw new Error('its timestamp does not hold for it');
  const signer = signerOf(signed);
  if (!isForTimestamps(signer)) throw new Error('its timestamp is signed by a certificate that is not made for timestamps');
  const chain = trusted && (await leadsTo(signed, bufferOf(manifest), trusted));
  return { at: info.genTime.toISOString(), authority: nameOf(signer), trusted: chain };
}

function parse(response: Uint8Array): { signed: SignedData; info: TSTInfo } {
  const { status, timeStampToken } = TimeStampResp.fromBER(bufferOf(response));
  const isGranted = status.status === PKIStatus.granted || status.status === PKIStatus.grantedWithMods;
  if (!isGranted || timeStampToken === undefined) throw new Error(`the authority gave no timestamp (status ${status.status})`);
  const signed = new SignedData({ schema: new ContentInfo({ schema: timeStampToken.toSchema() }).content });
  const content = signed.encapContentInfo.eContent;
  if (content === undefined) throw new Error('the timestamp is empty');
  return { signed, info: TSTInfo.fromBER(content.getValue()) };
}

async function leadsTo(signed: SignedData, data: ArrayBuffer, trusted: readonly Uint8Array[]): Promise<boolean> {
  const trustedCerts = trusted.map((certificate) => Certificate.fromBER(bufferOf(certificate)));
  return signed.verify({ signer: 0, data, checkChain: true, trustedCerts, passedWhenNotRevValues: true }).catch(() => false);
}

/** The one that pkijs verified with: named by the signer's own words. */
function signerOf({ certificates = [], signerInfos }: SignedData): Certificate {
  const serial = signerInfos[0]?.sid.serialNumber;
  const all = certificates.filter((each) => each instanceof Certificate);
  const found = all.find((each) => serial === undefined || each.serialNumber.isEqual(serial));
  if (found === undefined) throw new Error('its timestamp brings no certificate along');
  return found;
}

/** RFC 3161, 2.3: for timestamps and for nothing else. */
function isForTimestamps({ extensions = [] }: Certificate): boolean {
  const uses = extensions.find(({ extnID }) => extnID === extendedKeyUsage)?.parsedValue;
  return uses instanceof ExtKeyUsage && uses.keyPurposes.length === 1 && uses.keyPurposes[0] === timeStampingUse;
}

function nameOf({ subject }: Certificate): string {
  const name = subject.typesAndValues.find(({ type }) => type === commonName);
  return String(name?.value.valueBlock.value ?? 'an authority without a name');
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
