import { PDFDocument } from '@cantoo/pdf-lib';
import { CertificateUnusable } from '../errors';
import { mergePdfs } from '../pdf/merge-pdfs';
import { makeDemoCertificate } from './demo-certificate';
import { signPdf } from './sign-pdf';
import { verifySignature } from './verify-signature';

const NOW = Date.UTC(2026, 2, 2, 2);
const options = { reason: 'Ban hành quyết định', signer: 'Phạm Quang Hưng', signedAtMs: NOW };
let paper: Uint8Array;
let p12: Uint8Array;
let signed: Uint8Array;

beforeAll(async () => {
  const document = await PDFDocument.create();
  document.addPage().drawText('57/QD-UBND');
  paper = await document.save({ useObjectStreams: false });
  p12 = await makeDemoCertificate({
    commonName: 'Phạm Quang Hưng',
    organization: 'Ủy ban nhân dân xã Gia Phúc',
    passphrase: 'demo',
    notBeforeMs: NOW - 86_400_000,
    notAfterMs: NOW + 86_400_000,
  });
  signed = await signPdf(paper, p12, 'demo', options);
});

describe('a signed paper', () => {
  it('names its signer and covers the whole file', () => {
    expect(verifySignature(signed)).toEqual([{ valid: true, signer: 'Phạm Quang Hưng', coversWholeFile: true, problem: '' }]);
  });

  it('keeps the person’s signature valid under the seal of the agency', async () => {
    const sealed = await signPdf(signed, p12, 'demo', { ...options, reason: 'Dong dau' });
    expect(verifySignature(sealed).map(({ valid, coversWholeFile }) => [valid, coversWholeFile])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it('shows that a byte was changed', () => {
    const changed = Buffer.from(signed);
    changed.writeUInt8(changed.readUInt8(20) ^ 1, 20);
    expect(verifySignature(changed)[0]?.problem).toBe('the file was changed after it was signed');
  });

  it('shows that bytes were added behind the signature', () => {
    expect(verifySignature(Buffer.concat([signed, Buffer.from('more')]))[0]?.coversWholeFile).toBe(false);
  });

  it('loses its signature, and the remains of it, in a merged file', async () => {
    expect(verifySignature(await mergePdfs([{ title: 'Quyết định', bytes: signed }]))).toEqual([]);
  });
});

describe('signing', () => {
  it('refuses a wrong passphrase', async () => {
    await expect(signPdf(paper, p12, 'sai', options)).rejects.toThrow(CertificateUnusable);
  });

  it('finds no signature where there is none', () => {
    expect(verifySignature(paper)).toEqual([]);
  });
});
