import { deflateSync } from 'node:zlib';
import type { Box, Page } from '../file/pages';
import type { Revision } from '../file/revision';
import { asArray, asDict, asNumber, dict, name, PdfStream, textString, type PdfRef, type PdfValue } from '../file/values';
import { numberText } from '../file/write-value';
import { embedFont, packed } from '../look/embed-font';
import { fontKey, setLine, type SetLine } from '../look/set-text';
import { pdfTime } from './visible-image';
import { readPng } from './read-png';

const POINTS_PER_MM = 72 / 25.4;
/** A signature is drawn no wider than this, whatever room there is. */
const WIDEST = 50 * POINTS_PER_MM;
const BLUE = '0.10 0.25 0.63 rg';
const BLACK = '0 g';

/** The appearance of a signature field (a form as large as the field) and where in it the picture lies. */
export interface Drawn {
  readonly look: PdfStream;
  readonly box: Box;
}

/** Scaled into the room and put in its middle. */
export function drawSignature(revision: Revision, room: Box, png: Uint8Array): Drawn {
  const pixels = readPng(png);
  const [width, height] = sizeOf(room);
  const scale = Math.min(Math.min(width, WIDEST) / pixels.width, height / pixels.height);
  const [w, h] = [pixels.width * scale, pixels.height * scale];
  return picture(revision, room, png, [(width - w) / 2, (height - h) / 2, w, h]);
}

/** In real size: its right edge a third into the signature, its middle on the signature's. `signature` is a box on the page. */
export function drawSeal(revision: Revision, room: Box, png: Uint8Array, place: { widthMm: number; signature: Box }): Drawn {
  const pixels = readPng(png);
  const w = place.widthMm * POINTS_PER_MM;
  const h = (w * pixels.height) / pixels.width;
  const [left, bottom, right, top] = place.signature;
  const x = left + (right - left) / 3 - w - room[0];
  const y = (bottom + top) / 2 - h / 2 - room[1];
  return picture(revision, room, png, [x, y, w, h]);
}

/** Words instead of a picture: blue, 10 pt, centred. */
export function drawWords(revision: Revision, room: Box, words: readonly string[]): Drawn {
  const [width, height] = sizeOf(room);
  const lines = words.map((text) => setLine(text, 'normal', 10));
  const first = height / 2 + (lines.length * 12) / 2 - 10;
  const shown = lines.map((line, index) => at(line, (width - line.width) / 2, first - index * 12));
  const widest = Math.max(0, ...lines.map((line) => line.width));
  const box: Box = [(width - widest) / 2, first - (lines.length - 1) * 12 - 3, (width + widest) / 2, first + 9];
  return { look: wordsLook(revision, room, `${BLUE} ${shown.join(' ')}`, lines), box: moved(box, room) };
}

/** The text-only block: right edge 15 mm and first line 12 mm from the corner of the page as it is seen. */
export function drawBlock(revision: Revision, page: Page, text: string): { look: PdfStream; rect: Box } {
  const line = setLine(text, 'normal', 10);
  const [x0, y0, x1, y1] = page.mediaBox;
  const turned = page.rotate === 90 || page.rotate === 270;
  const seen = turned ? { width: y1 - y0, height: x1 - x0 } : { width: x1 - x0, height: y1 - y0 };
  const [width, height] = [line.width + 2, 13];
  const [left, bottom] = [seen.width - 15 * POINTS_PER_MM - width, seen.height - 12 * POINTS_PER_MM - height];
  const form = wordsLook(revision, [0, 0, width, height], `${BLACK} ${at(line, 1, 3)}`, [line]);
  const matrix = { 0: [1, 0, 0, 1, 0, 0], 90: [0, 1, -1, 0, 0, 0], 180: [-1, 0, 0, -1, 0, 0], 270: [0, -1, 1, 0, 0, 0] }[page.rotate];
  return {
    look: new PdfStream(form.dict.with({ Matrix: matrix }), form.raw),
    rect: onPage(page, [left, bottom, left + width, bottom + height]),
  };
}

/** Where the picture of an earlier signature lies on the page, as `keepBox` noted it; undefined for a signature of another making. */
export function boxKept(look: PdfValue, room: Box): Box | undefined {
  const note = asDict(asDict(asDict(look)?.get('PieceInfo') ?? null)?.get('ThiDua') ?? null);
  const [left, bottom, right, top] = (asArray(note?.get('Private') ?? null) ?? []).map((value) => asNumber(value) ?? 0);
  return left === undefined || bottom === undefined || right === undefined || top === undefined
    ? undefined
    : [left + room[0], bottom + room[1], right + room[0], top + room[1]];
}

/** Notes the box in the appearance (14.5, page-piece dictionaries): the seal is placed by it later. */
export function keepBox({ look, box }: Drawn, room: Box, atMs: number): PdfStream {
  const inRoom = [box[0] - room[0], box[1] - room[1], box[2] - room[0], box[3] - room[1]];
  const note = dict({ LastModified: textString(pdfTime(atMs)), Private: inRoom });
  return new PdfStream(look.dict.with({ PieceInfo: dict({ ThiDua: note }), LastModified: textString(pdfTime(atMs)) }), look.raw);
}

function picture(revision: Revision, room: Box, png: Uint8Array, [x, y, w, h]: readonly [number, number, number, number]): Drawn {
  const image = embedPng(revision, png);
  const content = Buffer.from(`q ${[w, 0, 0, h, x, y].map(numberText).join(' ')} cm /Im Do Q\n`, 'latin1');
  const look = formOf(room, content, dict({ XObject: dict({ Im: image }) }));
  return { look, box: moved([x, y, x + w, y + h], room) };
}

function embedPng(revision: Revision, png: Uint8Array): PdfRef {
  const { width, height, rgb, alpha } = readPng(png);
  const entries = {
    Type: name('XObject'),
    Subtype: name('Image'),
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    Filter: name('FlateDecode'),
  };
  const mask = revision.add(new PdfStream(dict({ ...entries, ColorSpace: name('DeviceGray') }), deflateSync(alpha)));
  return revision.add(new PdfStream(dict({ ...entries, ColorSpace: name('DeviceRGB'), SMask: mask }), deflateSync(rgb)));
}

function wordsLook(revision: Revision, room: Box, content: string, lines: readonly SetLine[]): PdfStream {
  const parts = new Set(lines.flatMap((line) => [...line.parts]));
  const fonts = Object.fromEntries([...parts].map((part) => [fontKey(part, 'normal'), embedFont(revision, part, 'normal')]));
  return formOf(room, Buffer.from(`q ${content} Q\n`, 'latin1'), dict({ Font: dict(fonts) }));
}

function formOf(room: Box, content: Buffer, resources: PdfValue): PdfStream {
  const stream = packed(content);
  const [width, height] = sizeOf(room);
  const head = { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, width, height], Resources: resources };
  return new PdfStream(stream.dict.with(head), stream.raw);
}

function at(line: SetLine, x: number, y: number): string {
  return `BT ${numberText(x)} ${numberText(y)} Td ${line.operators} ET`;
}

function sizeOf([left, bottom, right, top]: Box): readonly [number, number] {
  return [right - left, top - bottom];
}

function moved([left, bottom, right, top]: Box, room: Box): Box {
  return [left + room[0], bottom + room[1], right + room[0], top + room[1]];
}

/** A box on the page as it is seen → in the page's own coordinates (8.3.2.3, /Rotate turns clockwise). */
function onPage({ mediaBox: [x0, y0, x1, y1], rotate }: Page, [left, bottom, right, top]: Box): Box {
  switch (rotate) {
    case 90:
      return [x1 - top, y0 + left, x1 - bottom, y0 + right];
    case 180:
      return [x1 - right, y1 - top, x1 - left, y1 - bottom];
    case 270:
      return [x0 + bottom, y1 - right, x0 + top, y1 - left];
    default:
      return [x0 + left, y0 + bottom, x0 + right, y0 + top];
  }
}
