import { demoKey, demoRoot, gappedPaper, inkPng, SIGNED_AT } from '../../../../test/harness/signed-papers';
import { CertificateUnusable, PdfUnreadable, SignaturePlaceMissing } from '../errors';
import { fillFields } from './fields/fill-fields';
import { fieldsOf } from './fields/form';
import { prepareFields } from './fields/prepare-fields';
import { boxOf, pagesOf } from './file/pages';
import { PdfFile } from './file/pdf-file';
import { asDict, PdfStream, type PdfValue } from './file/values';
import { inspectSignatures } from './inspect/inspect-signatures';
import type { SignatureReport } from './inspect/report';
import type { SigningKey } from './keys/signing-key';
import { signRevision } from './sign-revision';

const POINTS_PER_MM = 72 / 25.4;
const person = { reason: 'Ban hành quyết định', signer: 'Phạm Quang Hưng', location: 'Gia Phúc', signedAtMs: SIGNED_AT };
const agency = { reason: 'Đóng dấu', signer: 'Ủy ban nhân dân xã Gia Phúc', signedAtMs: SIGNED_AT + 60_000 };
const values = { so: '57', ngay: '02', thang: '3', nam: '2026' };
const signature = { kind: 'personal', png: inkPng('signature', 300, 100) } as const;
const ring = { kind: 'seal', png: inkPng('seal', 400, 400), widthMm: 36 } as const;
let root: Uint8Array;
let rsa: SigningKey;
let ec: SigningKey;
let draft: Uint8Array;

beforeAll(async () => {
  const authority = await demoRoot();
  root = authority.certificate;
  [rsa, ec, draft] = await Promise.all([
    demoKey(authority, 'Phạm Quang Hưng'),
    demoKey(authority, 'Ủy ban nhân dân xã Gia Phúc', 'ec'),
    gappedPaper().then(prepareFields),
  ]);
}, 60_000);

async function issued(first: SigningKey, second: SigningKey): Promise<Uint8Array> {
  const signed = await signRevision(draft, { ...person, key: first, image: signature, docMdp: true });
  return signRevision(await fillFields(signed, values), { ...agency, key: second, image: ring });
}

function brief(reports: readonly SignatureReport[]): unknown[] {
  return reports.map(({ field, valid, later, problem }) => [field, valid, later, problem]);
}

describe('a signature', () => {
  it('says who signed, for whom, why and when, in Vietnamese', async () => {
    const [report] = await inspectSignatures(await signRevision(draft, { ...person, key: rsa, image: signature }), { roots: [root] });
    expect(report).toMatchObject({
      signer: 'Phạm Quang Hưng',
      organization: 'Ủy ban nhân dân xã Gia Phúc',
      issuer: 'Tổ chức chứng thực mô phỏng',
      reason: 'Ban hành quyết định',
      signedAtMs: SIGNED_AT,
      timestampMs: null,
      valid: true,
      trusted: true,
      coversWholeFile: true,
      later: 'none',
      problem: '',
    });
  });

  it('leaves every byte of the file as it was', async () => {
    const signed = await signRevision(draft, { ...person, key: rsa });
    expect(Buffer.from(signed.subarray(0, draft.length)).equals(Buffer.from(draft))).toBe(true);
  });

  it('is not trusted under another root', async () => {
    const [report] = await inspectSignatures(await signRevision(draft, { ...person, key: rsa }), {
      roots: [(await demoRoot()).certificate],
    });
    expect([report?.valid, report?.trusted]).toEqual([true, false]);
  });

  it('stands behind a file whose last section is a cross-reference stream', async () => {
    const scanned = await gappedPaper({ objectStreams: true });
    const once = await signRevision(scanned, { ...person, key: ec });
    const twice = await signRevision(once, { ...agency, key: rsa });
    expect(PdfFile.open(twice).sections.every(({ isStream }) => isStream)).toBe(true);
    expect(brief(await inspectSignatures(twice))).toEqual([
      ['chu-ky-1', true, 'allowed', ''],
      ['chu-ky-2', true, 'none', ''],
    ]);
  });

  it('is not made with a key of another certificate', async () => {
    const mixed = { certificates: ec.certificates, sign: (bytes: Uint8Array) => rsa.sign(bytes) };
    await expect(signRevision(draft, { ...person, key: mixed })).rejects.toThrow(CertificateUnusable);
  });

  it('is not put on what is no PDF', async () => {
    await expect(signRevision(Buffer.from('Kính gửi'), { ...person, key: rsa })).rejects.toThrow(PdfUnreadable);
  });
});

describe.each(['rsa first', 'ec first'])('person, number, seal (%s)', (order) => {
  it('leaves the person’s signature valid under number, date and seal', async () => {
    const paper = order === 'rsa first' ? await issued(rsa, ec) : await issued(ec, rsa);
    expect(brief(await inspectSignatures(paper))).toEqual([
      ['ky', true, 'allowed', ''],
      ['dau', true, 'none', ''],
    ]);
  });
});

describe('several people', () => {
  it('sign minutes one after another, each in his place', async () => {
    const secretary = await signRevision(draft, { ...person, key: ec, field: 'ky-trai', image: signature, docMdp: true });
    const chair = await signRevision(secretary, { ...agency, key: rsa, field: 'ky', image: signature, docMdp: true });
    const reports = await inspectSignatures(chair);
    expect(reports.map(({ field, valid, later, certifies }) => [field, valid, later, certifies])).toEqual([
      ['ky-trai', true, 'allowed', true],
      ['ky', true, 'none', false],
    ]);
  });

  it('cannot sign in one place twice', async () => {
    const signed = await signRevision(draft, { ...person, key: rsa, field: 'ky' });
    await expect(signRevision(signed, { ...person, key: rsa, field: 'ky' })).rejects.toThrow(SignaturePlaceMissing);
  });
});

describe('what is seen of a signature', () => {
  it('lies in the middle of its room', async () => {
    const file = PdfFile.open(await signRevision(draft, { ...person, key: rsa, image: signature }));
    const [width = 0, , , height = 0, x = 0, y = 0] = placed(file, 'ky');
    // The room is 230 × 62 points.
    expect([x + width / 2, y + height / 2].map(Math.round)).toEqual([115, 31]);
    expect(width / height).toBeCloseTo(3, 1);
  });

  it('lets the seal cover a third of the signature on its left, in real size', async () => {
    const file = PdfFile.open(await issued(rsa, ec));
    const [width = 0, , , , left = 0] = placed(file, 'ky');
    const [sealWidth = 0, , , , sealLeft = 0] = placed(file, 'dau');
    const covered = roomOf(file, 'dau') + sealLeft + sealWidth - (roomOf(file, 'ky') + left);
    expect(sealWidth).toBeCloseTo(36 * POINTS_PER_MM, 1);
    expect(covered / width).toBeCloseTo(1 / 3, 2);
  });

  it('is words in blue where there is no picture', async () => {
    const file = PdfFile.open(await signRevision(draft, { ...person, key: rsa, image: { kind: 'personal', png: null } }));
    expect(contentOf(file, 'ky')).toMatch(/^q 0\.10 0\.25 0\.63 rg BT/);
  });

  it.each([0, 90, 180, 270])('is only text at the top right of an attachment turned by %i degrees', async (rotate) => {
    const paper = await gappedPaper({ rotate, objectStreams: true });
    const file = PdfFile.open(await signRevision(paper, { ...agency, key: ec, image: { kind: 'text', number: '57/QĐ-UBND' } }));
    const [page] = pagesOf(file);
    const [left, bottom, right, top] = fieldsOf(file).at(-1)?.widgets[0]?.box ?? [0, 0, 0, 0];
    const [, , width, height] = page?.mediaBox ?? [0, 0, 0, 0];
    const fromCorner = { 0: [width - right, height - top], 90: [height - top, left], 180: [left, bottom], 270: [bottom, width - right] }[
      rotate
    ];
    expect(fromCorner?.map((points) => Math.round(points / POINTS_PER_MM))).toEqual([15, 12]);
    expect(contentOf(file, 'chu-ky-1')).toMatch(/^q 0 g BT/);
  });

  it('is nothing new on a certified paper', async () => {
    const signed = await signRevision(draft, { ...person, key: rsa, docMdp: true });
    await expect(signRevision(signed, { ...agency, key: ec, image: { kind: 'text', number: '57' } })).rejects.toThrow(
      SignaturePlaceMissing,
    );
  });
});

function lookOf(file: PdfFile, field: string): PdfStream {
  const widget = fieldsOf(file).find(({ name }) => name === field)?.widgets[0]?.dict;
  const look: PdfValue = file.in(asDict(file.in(widget, 'AP')), 'N');
  if (!(look instanceof PdfStream)) {
    throw new Error(`${field} is not seen`);
  }
  return look;
}

function contentOf(file: PdfFile, field: string): string {
  return file.decode(lookOf(file, field)).toString('latin1');
}

function placed(file: PdfFile, field: string): number[] {
  return (/^q (.+) cm/.exec(contentOf(file, field))?.[1] ?? '').split(' ').map(Number);
}

function roomOf(file: PdfFile, field: string): number {
  const widget = fieldsOf(file).find(({ name }) => name === field)?.widgets[0]?.dict;
  return boxOf(file, widget?.get('Rect') ?? null)?.[0] ?? 0;
}
