import { createHash } from 'node:crypto';
import { CertificateUnusable, SignaturePlaceMissing } from '../errors';
import { makeCms } from './cms/make-cms';
import { addToPage, changeForm, fieldsOf, isCertified, type Field } from './fields/form';
import { pagesOf, type Box } from './file/pages';
import { unreadable } from './file/parse-object';
import { PdfFile } from './file/pdf-file';
import { Revision, type WrittenRevision } from './file/revision';
import { asDict, dict, name, PdfRaw, textString, type PdfRef, type PdfStream, type PdfValue } from './file/values';
import { boxKept, drawBlock, drawSeal, drawSignature, drawWords, keepBox } from './images/draw-image';
import { isoTime, pdfTime, spokenTime, type VisibleImage } from './images/visible-image';
import type { SigningKey } from './keys/signing-key';
import type { TimestampPort } from './timestamps/timestamp-port';

export interface SignOrder {
  readonly key: SigningKey;
  /** 'Ban hành quyết định'. */
  readonly reason: string;
  /** Whose signature it is: 'Phạm Quang Hưng'. */
  readonly signer: string;
  readonly location?: string;
  /** Milliseconds since 1970, from the one clock. */
  readonly signedAtMs: number;
  /** Left out, the signature is not seen on the page. */
  readonly image?: VisibleImage;
  /** Which prepared field: 'ky', 'ky-trai', 'dau'. Left out, the first empty one for a person's image (ky…) or a seal (dau…). */
  readonly field?: string;
  /** Certifies: only filling fields and further signatures may follow. Of use only on the first signature; ignored on later ones. */
  readonly docMdp?: boolean;
  /** With `docMdp`: 1 allows nothing to follow; 2, as left out, filling and signing (ISO 32000-1, 12.8.2.2). */
  readonly permits?: 1 | 2;
  readonly timestamps?: TimestampPort;
}

/** '[0 … … …]' with room for three offsets of ten digits. */
const RANGE = '[0 0000000000 0000000000 0000000000]';

/**
 * Signs by PAdES (ETSI EN 319 142-1, B-B; B-T with `timestamps`) in one revision behind the file, so that what was signed before stays
 * valid. @throws PdfUnreadable, SignaturePlaceMissing, SignatureImageUnusable, CertificateUnusable, SigningServiceAway, SigningServiceWrong
 */
export async function signRevision(pdf: Uint8Array, order: SignOrder): Promise<Uint8Array> {
  const file = PdfFile.open(pdf);
  const revision = new Revision(file);
  const fields = fieldsOf(file).filter(({ type }) => type === 'Sig');
  const isFirst = fields.every(({ value }) => value === null);
  const room = roomFor(order);
  const signature = revision.add(signatureDict(order, isFirst && order.docMdp === true, room));
  const field = fieldFor(fields, order);
  if (field === undefined) {
    addField(revision, fields, order, signature);
  } else {
    changeForm(revision, [], { SigFlags: 3 });
    const look = lookIn(revision, field, fields, order);
    const appearance = look === undefined ? {} : { AP: dict({ N: revision.add(look) }) };
    revision.set(field.ref, field.dict.with({ V: signature, ...appearance }));
  }
  if (isFirst && order.docMdp === true) {
    revision.setInRoot({ Perms: dict({ DocMDP: signature }) });
  }
  return seal(revision.write(), signature, order, room);
}

function signatureDict(order: SignOrder, certifies: boolean, room: number): PdfValue {
  const parameters = dict({ Type: name('TransformParams'), P: order.permits ?? 2, V: name('1.2') });
  const reference = dict({ Type: name('SigRef'), TransformMethod: name('DocMDP'), TransformParams: parameters });
  return dict({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    ByteRange: new PdfRaw(RANGE),
    Contents: new PdfRaw(`<${'0'.repeat(room * 2)}>`),
    M: textString(pdfTime(order.signedAtMs)),
    Name: textString(order.signer),
    Reason: textString(order.reason),
    Location: order.location === undefined ? undefined : textString(order.location),
    Reference: certifies ? [reference] : undefined,
  });
}

/** Bytes for the CMS: certificates, attributes and signature, and a time stamp with certificates of its own. */
function roomFor({ key, timestamps }: SignOrder): number {
  return key.certificates.reduce((sum, { length }) => sum + length, 2048) + (timestamps === undefined ? 0 : 10_240);
}

function fieldFor(fields: readonly Field[], { field, image }: SignOrder): Field | undefined {
  const empty = fields.filter(({ value }) => value === null);
  const start = image?.kind === 'personal' ? 'ky' : image?.kind === 'seal' ? 'dau' : undefined;
  const found =
    field === undefined ? empty.find((one) => start !== undefined && one.name.startsWith(start)) : empty.find((one) => one.name === field);
  if (found === undefined && (field !== undefined || start !== undefined)) {
    throw new SignaturePlaceMissing('the paper has no free place for this signature', { place: field ?? start ?? '' });
  }
  return found;
}

/** A field of its own: not seen, or the text block on page 1. */
function addField(revision: Revision, fields: readonly Field[], order: SignOrder, signature: PdfRef): void {
  const { file } = revision;
  const [page] = pagesOf(file);
  if (page === undefined) {
    throw unreadable('it has no page');
  }
  if (order.image !== undefined && isCertified(file)) {
    throw new SignaturePlaceMissing('nothing new may be shown on a certified paper', { place: order.image.kind });
  }
  const block = order.image?.kind === 'text' ? drawBlock(revision, page, `${order.image.number}, ${isoTime(order.signedAtMs)}`) : undefined;
  const field = revision.add(
    dict({
      Type: name('Annot'),
      Subtype: name('Widget'),
      FT: name('Sig'),
      T: textString(freeName(fields)),
      // Printed and locked; one that is not seen has no extent.
      F: 132,
      P: page.ref,
      Rect: [...(block?.rect ?? [0, 0, 0, 0])],
      V: signature,
      AP: block === undefined ? undefined : dict({ N: revision.add(block.look) }),
    }),
  );
  addToPage(revision, page.ref, [field]);
  changeForm(revision, [field], { SigFlags: 3 });
}

function freeName(fields: readonly Field[]): string {
  const taken = new Set(fields.map((field) => field.name));
  let next = fields.length + 1;
  while (taken.has(`chu-ky-${next}`)) {
    next += 1;
  }
  return `chu-ky-${next}`;
}

function lookIn(revision: Revision, field: Field, fields: readonly Field[], order: SignOrder): PdfStream | undefined {
  const { image, signedAtMs } = order;
  const room = field.widgets[0]?.box;
  if (image === undefined || room === undefined) {
    return undefined;
  }
  switch (image.kind) {
    case 'personal': {
      const words = [`Ký bởi: ${order.signer}`, `Thời gian ký: ${spokenTime(signedAtMs)}`];
      const drawn = image.png === null ? drawWords(revision, room, words) : drawSignature(revision, room, image.png);
      return keepBox(drawn, room, signedAtMs);
    }
    case 'seal':
      return drawSeal(revision, room, image.png, { widthMm: image.widthMm, signature: signatureBeside(revision.file, fields, room) }).look;
    default:
      return drawWords(revision, room, [`${image.number}, ${isoTime(signedAtMs)}`]).look;
  }
}

/** The picture of the signature whose room lies nearest to the seal's right edge; the middle of its room when it has none. */
function signatureBeside(file: PdfFile, fields: readonly Field[], seal: Box): Box {
  const away = ([left, bottom, right, top]: Box): number =>
    Math.abs((left + right) / 2 - seal[2]) + Math.abs((bottom + top - seal[1] - seal[3]) / 2);
  const rooms = fields
    .filter((one) => one.name.startsWith('ky'))
    .flatMap((one) => one.widgets)
    .sort((a, b) => away(a.box) - away(b.box));
  const [nearest] = rooms;
  if (nearest === undefined) {
    return seal;
  }
  const [left, bottom, right, top] = nearest.box;
  const middle: Box = [(left + right) / 2 - 57, bottom, (left + right) / 2 + 57, top];
  return boxKept(file.in(asDict(file.in(nearest.dict, 'AP')), 'N'), nearest.box) ?? middle;
}

/** Everything but the place of the signature itself is digested; then the signature is put there. */
async function seal({ bytes, offsets }: WrittenRevision, signature: PdfRef, order: SignOrder, room: number): Promise<Uint8Array> {
  const start = offsets.get(signature.num) ?? 0;
  const open = bytes.indexOf(`<${'0'.repeat(room * 2)}>`, start, 'latin1');
  const close = open + room * 2 + 2;
  const range = bytes.indexOf(RANGE, start, 'latin1');
  bytes.write(`[0 ${open} ${close} ${bytes.length - close}]`.padEnd(RANGE.length), range, 'latin1');
  const digest = createHash('sha256').update(bytes.subarray(0, open)).update(bytes.subarray(close)).digest();
  const cms = await makeCms({ digest, key: order.key, timestamps: order.timestamps });
  if (cms.length > room) {
    throw new CertificateUnusable('the signature is larger than its place', { reason: `${cms.length} of ${room} bytes` });
  }
  bytes.write(cms.toString('hex'), open + 1, 'latin1');
  return bytes;
}
