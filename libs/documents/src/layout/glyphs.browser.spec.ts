import { join } from 'node:path';
import { PaperMaker } from '../paper-maker';
import { readPdfText } from '../pdf/text-reader';
import { fontFaces } from '../templates/font-faces';
import type { TextRun } from './laid-out';
import { readLayout } from './read-layout';

const ROOT = join(__dirname, '../../../..');
const maker = new PaperMaker({
  papersDir: join(ROOT, 'workflows/papers'),
  cacheDir: join(ROOT, 'node_modules/.cache/thidua/chromium'),
  chromiumPath: 'bundled',
});

beforeAll(() => maker.warmUp(), 60_000);
afterAll(() => maker.close());

const VOWELS = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
/** None, huyền, sắc, hỏi, ngã, nặng. */
const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const LOWER = VOWELS.flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC')));
const LETTERS = [...LOWER, ...LOWER.map((letter) => letter.toLocaleUpperCase('vi')), 'đ', 'Đ'];
const SIGNS = Array.from('₫“”‘’«»–—-…%&/()+×÷°²³½±§');
const RARE = Array.from('№≤≥≠≈→←√∞αβΩ');

const STYLES = [
  { font: 'Tinos', css: 'font-weight:400;font-style:normal' },
  { font: 'Tinos-Italic', css: 'font-weight:400;font-style:italic' },
  { font: 'Tinos-Bold', css: 'font-weight:700;font-style:normal' },
  { font: 'Tinos-BoldItalic', css: 'font-weight:700;font-style:italic' },
];

async function printed(letters: readonly string[], css: string): Promise<{ runs: TextRun[]; text: string }> {
  const words = letters.map((letter) => `<p>${letter.replace('&', '&amp;')}</p>`).join('');
  const faces = fontFaces(words);
  const bytes = await maker.render(
    `<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><style>${faces} p{font:13pt Tinos,'STIX Two Math';${css};margin:0}</style>${words}</html>`,
  );
  const { pages } = await readLayout(bytes);
  return { runs: pages.flatMap(({ lines }) => lines.flatMap((line) => line.runs)), text: (await readPdfText(bytes)).join('\n') };
}

describe.each(STYLES)('$font', ({ font, css }) => {
  it('has every Vietnamese letter with every mark, and each can be read back', async () => {
    const { runs, text } = await printed([...LETTERS, ...SIGNS], css);
    expect(text.split('\n')).toEqual([...LETTERS, ...SIGNS]);
    const names = new Set(runs.map((run) => (run.font === 'Tinos-Regular' ? 'Tinos' : run.font)));
    expect([...names]).toEqual([font]);
    expect(LETTERS).toHaveLength(146);
  }, 20_000);

  it('is helped out by STIX Two Math with the signs it lacks', async () => {
    const { runs, text } = await printed(RARE, css);
    expect(text.split('\n')).toEqual(RARE);
    expect(runs.filter((run) => !/^(Tinos|STIXTwoMath)/.test(run.font)).map((run) => `${run.text} ${run.font}`)).toEqual([]);
  }, 20_000);
});

it('carries the rarer fonts only with text that needs them', () => {
  expect(fontFaces('Nguyễn Thị Ánh Tuyết')).not.toContain('STIX Two Math');
  expect(fontFaces('≥ 90%')).toContain('STIX Two Math');
});
