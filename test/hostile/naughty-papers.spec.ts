import { join } from 'node:path';
import { makeDocx, PAPER_KINDS, PaperMaker, PaperTemplates, readPdfText, type PaperDataOf, type PaperKind } from '@thidua/documents';
import type { JsonObject, JsonValue } from '@thidua/kernel';
import { PAPERS, sampleOf } from '../goldens/goldens';
import { listen, type Listener } from './listener';
import { NAUGHTY, OUTSIDE } from './naughty-strings';

const ROOT = join(__dirname, '../..');
const maker = new PaperMaker({
  papersDir: PAPERS,
  cacheDir: join(ROOT, 'node_modules/.cache/thidua/chromium'),
  chromiumPath: 'bundled',
});
let listener: Listener;
/** How many strings have been through a field so far: each kind goes on where the one before it stopped. */
let used = 0;

beforeAll(async () => {
  listener = await listen();
  await maker.warmUp();
}, 60_000);
afterAll(async () => {
  await maker.close();
  await listener.close();
});

/** Every field of free text gets the next strings of the list, four at a time; codes, dates and choices stay. */
function poisoned(value: JsonValue, put: string[]): JsonValue {
  if (typeof value === 'string') {
    return /\s/.test(value) && !/^\d/.test(value) ? naughty(put) : value;
  }
  if (Array.isArray(value)) {
    return value.map((one: JsonValue) => poisoned(one, put));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, poisoned(one, put)])) // a JSON object holds JSON values
    : value;
}

function naughty(put: string[]): string {
  const next = NAUGHTY[used % NAUGHTY.length] ?? '';
  used += 1;
  put.push(next);
  return next.replaceAll(OUTSIDE, listener.at);
}

/** Printable ASCII is read back as it was put in; of other scripts a reader may change the order. */
function readable(text: string): boolean {
  return /^[\x20-\x7e]+$/.test(text) && text.trim() !== '' && text.length < 120 && !text.includes(OUTSIDE);
}

function squeezed(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '').toLocaleLowerCase('vi');
}

const seen = new Set<string>();

describe('naughty strings in every field of every paper', () => {
  // Twice, with other strings: not every field is printed in every case of a paper.
  it.each([...PAPER_KINDS, ...PAPER_KINDS])(
    '%s is printed with them as plain text',
    async (kind) => {
      const put: string[] = [];
      const data = poisoned(sampleOf(kind), put) as JsonObject;
      const order = { kind, version: 1, data: data as unknown as PaperDataOf<PaperKind> } as const; // frozen data are plain JSON
      const { bytes } = await maker.make({ ...order, expect: { mustContain: [], minPages: 1, maxPages: 60 } });
      const text = squeezed((await readPdfText(bytes)).join(' '));
      expect(text).not.toContain('[objectobject]');
      put.filter((one) => text.includes(squeezed(one))).forEach((one) => seen.add(one));
      expect(listener.visits).toEqual([]);
    },
    30_000,
  );

  it('has had each of them through a field, at least five hundred and fifteen', () => {
    expect(NAUGHTY.length).toBeGreaterThanOrEqual(515);
    expect(used).toBeGreaterThanOrEqual(NAUGHTY.length);
  });

  it('printed every one of plain letters as it was typed', () => {
    expect(NAUGHTY.filter((one) => readable(one) && !seen.has(one))).toEqual([]);
  });

  it.each(['to-trinh', 'danh-sach'] as const)('%s goes into Word with them', async (kind) => {
    const data = poisoned(sampleOf(kind), []) as unknown as PaperDataOf<typeof kind>; // frozen data are plain JSON
    const bytes = await makeDocx(new PaperTemplates(PAPERS).fill(kind, 1, data).html);
    expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK');
  });
});
