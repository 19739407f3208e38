/** A timestamp authority of its own for a test: a key, a certificate for timestamps, and answers to requests. */

import type { webcrypto } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  PKIStatus,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

export interface TimestampAuthority {
  /** DER of the certificate that vouches for it. */
  root: Uint8Array;
  answer(request: Uint8Array, changes?: { at?: Date; nonce?: boolean }): Promise<Uint8Array>;
  refuse(): Uint8Array;
}

const timeStampingUse = '1.3.6.1.5.5.7.3.8';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };

export async function createTimestampAuthority({ uses = [timeStampingUse] } = {}): Promise<TimestampAuthority> {
  const rootKeys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const isAuthority = new BasicConstraints({ cA: true });
  const root = await certificateOf({
    names: { subject: 'Example Root', issuer: 'Example Root' },
    key: keyPair(rootKeys.publicKey, rootKeys.privateKey),
    extension: extensionOf('2.5.29.19', isAuthority),
  });
  const usage = new ExtKeyUsage({ keyPurposes: [...uses] });
  const certificate = await certificateOf({
    names: { subject: 'Example TSA', issuer: 'Example Root' },
    key: keyPair(keys.publicKey, rootKeys.privateKey),
    extension: extensionOf('2.5.29.37', usage),
  });

  async function answer(request: Uint8Array, { at = new Date('2026-11-22T10:00:05Z'), nonce = true } = {}): Promise<Uint8Array> {
    const asked = TimeStampReq.fromBER(Uint8Array.from(request).buffer);
    const info = new TSTInfo({
      version: 1,
      policy: '1.2.3.4',
      messageImprint: asked.messageImprint,
      serialNumber: new asn1js.Integer({ value: 1 }),
      genTime: at,
      ...(nonce && asked.nonce && { nonce: asked.nonce }),
    });
    const content = info.toSchema().toBER(false);
    const digest = await crypto.subtle.digest('SHA-256', content);
    const signed = new SignedData({
      version: 3,
      digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' })],
      encapContentInfo: new EncapsulatedContentInfo({
        eContentType: '1.2.840.113549.1.9.16.1.4',
        eContent: new asn1js.OctetString({ valueHex: content }),
      }),
      signerInfos: [
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
          signedAttrs: new SignedAndUnsignedAttributes({
            type: 0,
            attributes: [
              new Attribute({
                type: '1.2.840.113549.1.9.3',
                values: [new asn1js.ObjectIdentifier({ value: '1.2.840.113549.1.9.16.1.4' })],
              }),
              new Attribute({ type: '1.2.840.113549.1.9.4', values: [new asn1js.OctetString({ valueHex: digest })] }),
            ],
          }),
        }),
      ],
      certificates: [certificate],
    });
    await signed.sign(keys.privateKey, 0, 'SHA-256');
    const timeStampToken = new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) });
    const response = new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.granted }), timeStampToken });
    return new Uint8Array(response.toSchema().toBER(false));
  }

  return {
    root: new Uint8Array(root.toSchema(true).toBER(false)),
    answer,
    refuse: () => new Uint8Array(new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.rejection }) }).toSchema().toBER(false)),
  };
}

function keyPair(publicKey: webcrypto.CryptoKey, signedWith: webcrypto.CryptoKey) {
  return { publicKey, signedWith };
}

function extensionOf(extnID: string, value: BasicConstraints | ExtKeyUsage): Extension {
  return new Extension({ extnID, critical: true, extnValue: value.toSchema().toBER(false), parsedValue: value });
}

interface CertificateOrder {
  names: { subject: string; issuer: string };
  key: ReturnType<typeof keyPair>;
  extension: Extension;
}

async function certificateOf({ names, key, extension }: CertificateOrder): Promise<Certificate> {
  const certificate = new Certificate({ version: 2, serialNumber: new asn1js.Integer({ value: names.subject.length }) });
  for (const side of ['subject', 'issuer'] as const) {
    const value = new asn1js.Utf8String({ value: names[side] });
    certificate[side].typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value }));
  }
  certificate.notBefore.value = new Date('2026-01-01T00:00:00Z');
  certificate.notAfter.value = new Date('2036-01-01T00:00:00Z');
  certificate.extensions = [extension];
  await certificate.subjectPublicKeyInfo.importKey(key.publicKey);
  await certificate.sign(key.signedWith, 'SHA-256');
  return certificate;
}
