import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PaperMaker } from '../paper-maker';
import { PaperTemplates } from '../papers/load-templates';
import type { PaperDataOf, PaperKind } from '../papers/paper-data';
import type { Deviation } from './deviation';
import { NATIONAL_VALUES } from './house-values';
import { lintLayout, type LintOptions } from './lint-layout';
import { layoutProfileOf } from './profiles';

const ROOT = join(__dirname, '../../../..');
const PAPERS = join(ROOT, 'workflows/papers');
const templates = new PaperTemplates(PAPERS);
const maker = new PaperMaker({
  papersDir: PAPERS,
  cacheDir: join(ROOT, 'node_modules/.cache/thidua/chromium'),
  chromiumPath: 'bundled',
});

beforeAll(() => maker.warmUp(), 60_000);
afterAll(() => maker.close());

function sample<Kind extends PaperKind>(kind: Kind): PaperDataOf<Kind> {
  return JSON.parse(readFileSync(join(PAPERS, '1/samples', `${kind}.json`), 'utf8')) as PaperDataOf<Kind>;
}

/** [what stands in the filled paper, what is put in its place]: each must be found. */
type Change = readonly [from: string | RegExp, to: string];

async function lint(kind: PaperKind, changes: readonly Change[], house?: LintOptions['house']): Promise<readonly Deviation[]> {
  let { html } = templates.fill(kind, 1, sample(kind));
  for (const [from, to] of changes) {
    const changed = html.replace(from, to);
    if (changed === html) {
      throw new Error(`nothing to change in ${kind}: ${String(from)}`);
    }
    html = changed;
  }
  const options = { paper: layoutProfileOf(kind), ...(house === undefined ? {} : { house }) };
  return lintLayout(await maker.render(html), options);
}

/** The rule, and the measure about it where there is one. */
function told(deviations: readonly Deviation[], rule: string): Deviation {
  const found = deviations.find((deviation) => deviation.rule === rule);
  if (found === undefined) {
    throw new Error(`${rule} is not among ${JSON.stringify(deviations.map((deviation) => [deviation.rule, deviation.text]))}`);
  }
  return found;
}

const style = (rule: string): Change => ['</style>', `${rule}</style>`];

interface Planted {
  readonly what: string;
  readonly kind: PaperKind;
  readonly changes: readonly Change[];
  readonly rule: string;
  /** Nearest to what must be measured, within half a unit; words are compared as they are. */
  readonly found?: number | string;
  readonly unit?: 'mm' | 'pt';
}

const PLANTED: readonly Planted[] = [
  { what: 'Letter paper', kind: 'quyet-dinh', changes: [['size: A4', 'size: letter']], rule: 'page-size', found: '216 × 279', unit: 'mm' },
  {
    what: 'a decision on its side',
    kind: 'quyet-dinh',
    changes: [['size: A4', 'size: A4 landscape']],
    rule: 'orientation',
    found: 'ngang',
  },
  {
    what: 'a left margin of 25 mm',
    kind: 'quyet-dinh',
    changes: [['15mm 20mm 30mm', '15mm 20mm 25mm']],
    rule: 'margin-left',
    found: 25,
    unit: 'mm',
  },
  {
    what: 'a left margin of 40 mm',
    kind: 'to-trinh',
    changes: [['15mm 20mm 30mm', '15mm 20mm 40mm']],
    rule: 'margin-left',
    found: 40,
    unit: 'mm',
  },
  {
    what: 'a right margin of 10 mm',
    kind: 'quyet-dinh',
    changes: [['20mm 15mm 20mm', '20mm 10mm 20mm']],
    rule: 'margin-right',
    found: 10,
    unit: 'mm',
  },
  {
    what: 'a right margin of 25 mm',
    kind: 'to-trinh',
    changes: [['20mm 15mm 20mm', '20mm 25mm 20mm']],
    rule: 'margin-right',
    found: 25,
    unit: 'mm',
  },
  {
    what: 'a top margin of 15 mm',
    kind: 'to-trinh',
    changes: [['margin: 20mm 15mm', 'margin: 15mm 15mm']],
    rule: 'margin-top',
    found: 15,
    unit: 'mm',
  },
  {
    what: 'a top margin of 35 mm',
    kind: 'to-trinh',
    changes: [['margin: 20mm 15mm', 'margin: 35mm 15mm']],
    rule: 'margin-top',
    found: 35,
    unit: 'mm',
  },
  {
    what: 'a bottom margin of 10 mm',
    kind: 'bien-ban-hoi-dong',
    changes: [['15mm 20mm 30mm', '15mm 10mm 30mm']],
    rule: 'margin-bottom',
    unit: 'mm',
  },
  {
    what: 'another font',
    kind: 'quyet-dinh',
    changes: [style('p { font-family: "Noto Sans", "DejaVu Sans", sans-serif }')],
    rule: 'font-family',
  },
  { what: 'blue text', kind: 'quyet-dinh', changes: [style('p { color: #0000ff }')], rule: 'black-ink', found: '#0000ff' },
  {
    what: 'no page numbers',
    kind: 'to-trinh',
    changes: [['content: counter(page)', 'content: none']],
    rule: 'page-number',
    found: 'không có',
  },
  {
    what: 'a number on page 1',
    kind: 'to-trinh',
    changes: [['@page :first { @top-center { content: none; } }', '']],
    rule: 'page-number',
    found: '1',
  },
  {
    what: 'page numbers of 10 pt',
    kind: 'to-trinh',
    changes: [['font: 13pt Tinos', 'font: 10pt Tinos']],
    rule: 'page-number',
    found: 10,
    unit: 'pt',
  },
  {
    what: 'page numbers in bold',
    kind: 'to-trinh',
    changes: [['font: 13pt Tinos', 'font: bold 13pt Tinos']],
    rule: 'page-number',
    found: 'đậm hoặc nghiêng',
  },
  {
    what: 'page numbers on the right',
    kind: 'to-trinh',
    changes: [
      ['@top-center { content: counter(page)', '@top-right { content: counter(page)'],
      [':first { @top-center', ':first { @top-right'],
    ],
    rule: 'page-number',
    unit: 'mm',
  },
  {
    what: 'annexes that are counted on',
    kind: 'quyet-dinh',
    changes: [['content: counter(sheet);', 'content: counter(page);']],
    rule: 'page-number',
    found: '2',
  },
  {
    what: 'a Quốc hiệu of 11 pt',
    kind: 'quyet-dinh',
    changes: [style('.head .country { font-size: 11pt }')],
    rule: 'country',
    found: 11,
    unit: 'pt',
  },
  {
    what: 'a Quốc hiệu that is not bold',
    kind: 'quyet-dinh',
    changes: [style('.head .country { font-weight: 400 }')],
    rule: 'country',
    found: 'không đậm',
  },
  {
    what: 'a Quốc hiệu in small letters',
    kind: 'quyet-dinh',
    changes: [['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Cộng hòa xã hội chủ nghĩa Việt Nam']],
    rule: 'country',
  },
  {
    what: 'a Tiêu ngữ of 12 pt',
    kind: 'quyet-dinh',
    changes: [style('.head .motto { font-size: 12pt }')],
    rule: 'motto',
    found: 12,
    unit: 'pt',
  },
  {
    what: 'a Tiêu ngữ with other dashes',
    kind: 'quyet-dinh',
    changes: [['Độc lập - Tự do - Hạnh phúc', 'Độc lập – Tự do – Hạnh phúc']],
    rule: 'motto',
  },
  {
    what: 'a Tiêu ngữ that is not under the Quốc hiệu',
    kind: 'quyet-dinh',
    changes: [style('.head .motto { position: relative; left: 6mm }')],
    rule: 'motto',
    found: 6,
    unit: 'mm',
  },
  {
    what: 'a Tiêu ngữ too far below',
    kind: 'quyet-dinh',
    changes: [style('.head .motto { margin-top: 6pt }')],
    rule: 'motto-spacing',
    unit: 'pt',
  },
  {
    what: 'half a rule under the Tiêu ngữ',
    kind: 'quyet-dinh',
    changes: [style('.under.full::after { width: 50% }')],
    rule: 'motto-rule',
    unit: 'mm',
  },
  {
    what: 'no rule under the Tiêu ngữ',
    kind: 'quyet-dinh',
    changes: [style('.under.full::after { display: none }')],
    rule: 'motto-rule',
    found: 0,
    unit: 'mm',
  },
  {
    what: 'a full rule under the issuing body',
    kind: 'quyet-dinh',
    changes: [style('.under.third::after { width: 100% }')],
    rule: 'issuing-body-rule',
    unit: 'mm',
  },
  {
    what: 'an issuing body that is not bold',
    kind: 'cong-van-xin-y-kien',
    changes: [style('.head .body { font-weight: 400 }')],
    rule: 'issuing-body',
  },
  {
    what: 'a parent body in bold',
    kind: 'cong-van-xin-y-kien',
    changes: [style('.head .parent { font-weight: 700; font-style: italic }')],
    rule: 'issuing-body',
  },
  {
    what: 'a parent body of 14 pt',
    kind: 'cong-van-xin-y-kien',
    changes: [style('.head .parent { font-size: 14pt }')],
    rule: 'parent-body',
    found: 14,
    unit: 'pt',
  },
  {
    what: 'columns of the head that do not begin level',
    kind: 'quyet-dinh',
    changes: [style('.head .country { margin-top: 3mm }')],
    rule: 'head-level',
    found: 3,
    unit: 'mm',
  },
  { what: 'a number of one digit', kind: 'quyet-dinh', changes: [[/(Số: (?:<[^>]*>)?)57/, '$15']], rule: 'number-line' },
  { what: 'spaces in the symbol', kind: 'quyet-dinh', changes: [['/QĐ-UBND</', '/QĐ - UBND</']], rule: 'number-line' },
  {
    what: 'a number line of 14 pt',
    kind: 'quyet-dinh',
    changes: [style('.head .number { font-size: 14pt }')],
    rule: 'number-line',
    found: 14,
    unit: 'pt',
  },
  {
    what: 'a day without its zero',
    kind: 'quyet-dinh',
    changes: [['ngày 05 tháng 3 năm 2026</', 'ngày 5 tháng 3 năm 2026</']],
    rule: 'place-date',
  },
  {
    what: 'a month with a zero too many',
    kind: 'quyet-dinh',
    changes: [['ngày 05 tháng 3 năm 2026</', 'ngày 05 tháng 03 năm 2026</']],
    rule: 'place-date',
  },
  {
    what: 'an upright date',
    kind: 'quyet-dinh',
    changes: [style('.head .place { font-style: normal }')],
    rule: 'place-date',
    found: 'đứng',
  },
  {
    what: 'a date lower than the number',
    kind: 'quyet-dinh',
    changes: [style('.head .place { margin-top: 4mm }')],
    rule: 'number-level',
    found: 4,
    unit: 'mm',
  },
  { what: 'V/v in bold', kind: 'cong-van-xin-y-kien', changes: [style('.head .about { font-weight: 700 }')], rule: 'about', found: 'đậm' },
  {
    what: 'V/v right under the number',
    kind: 'cong-van-xin-y-kien',
    changes: [style('.head .about { margin-top: 0 }')],
    rule: 'about',
    unit: 'pt',
  },
  {
    what: 'a type name of 16 pt',
    kind: 'quyet-dinh',
    changes: [style('.title .type { font-size: 16pt }')],
    rule: 'title-type',
    found: 16,
    unit: 'pt',
  },
  {
    what: 'a type name on the left',
    kind: 'quyet-dinh',
    changes: [style('.title .type { text-align: left }')],
    rule: 'title-type',
    unit: 'mm',
  },
  {
    what: 'a trích yếu that is not bold',
    kind: 'to-trinh',
    changes: [style('.title .subject { font-weight: 400 }')],
    rule: 'title-subject',
    found: 'không đậm',
  },
  {
    what: 'a rule under the trích yếu that is too long',
    kind: 'to-trinh',
    changes: [style('.title .rule { width: 100mm !important }')],
    rule: 'title-rule',
    found: 100,
    unit: 'mm',
  },
  { what: 'upright căn cứ', kind: 'to-trinh', changes: [style('.grounds p { font-style: normal }')], rule: 'grounds', found: 'đứng' },
  { what: 'a căn cứ that ends with a comma', kind: 'to-trinh', changes: [['năm 2022;', 'năm 2022,']], rule: 'grounds', found: ',' },
  {
    what: 'a law with its number',
    kind: 'quyet-dinh',
    changes: [['Luật Thi đua, khen thưởng ngày', 'Luật Thi đua, khen thưởng số 06/2022/QH15 ngày']],
    rule: 'grounds-law',
  },
  { what: 'addressees without their end', kind: 'to-trinh', changes: [[/(- Sở Nội vụ[^<]*)\./, '$1;']], rule: 'to', found: ';' },
  { what: 'Kính gửi in bold', kind: 'to-trinh', changes: [style('.to { font-weight: 700 }')], rule: 'to', found: 'đậm' },
  { what: 'a Điều that is not bold', kind: 'quyet-dinh', changes: [['<b>Điều 2.</b>', 'Điều 2.']], rule: 'article', found: 'không đậm' },
  { what: 'a Điều that is left out', kind: 'quyet-dinh', changes: [['<b>Điều 2.</b>', '<b>Điều 4.</b>']], rule: 'article' },
  { what: 'text of 12 pt', kind: 'quyet-dinh', changes: [style('html { font-size: 12pt }')], rule: 'text-size', found: 12, unit: 'pt' },
  {
    what: 'one paragraph of another size',
    kind: 'quyet-dinh',
    changes: [['<p><b>Điều 2.</b>', '<p style="font-size:13pt"><b>Điều 2.</b>']],
    rule: 'text-size',
    found: 13,
    unit: 'pt',
  },
  { what: 'ragged text', kind: 'quyet-dinh', changes: [style('p { text-align: left }')], rule: 'text-justified', unit: 'mm' },
  {
    what: 'an indent of 20 mm',
    kind: 'quyet-dinh',
    changes: [style('p { text-indent: 20mm }')],
    rule: 'text-indent',
    found: 20,
    unit: 'mm',
  },
  {
    what: 'lines that stand too close',
    kind: 'quyet-dinh',
    changes: [style('p { line-height: 1 }')],
    rule: 'line-spacing',
    found: 14,
    unit: 'pt',
  },
  {
    what: 'lines too far apart',
    kind: 'quyet-dinh',
    changes: [style('p { line-height: 2 }')],
    rule: 'line-spacing',
    found: 28,
    unit: 'pt',
  },
  {
    what: 'no gap between paragraphs',
    kind: 'quyet-dinh',
    changes: [style('p { margin: 0 }')],
    rule: 'paragraph-gap',
    found: 0,
    unit: 'pt',
  },
  { what: 'a table of 9 pt', kind: 'quyet-dinh', changes: [style('.list { font-size: 9pt }')], rule: 'table-size', found: 9, unit: 'pt' },
  {
    what: 'an authority that is not bold',
    kind: 'quyet-dinh',
    changes: [style('.sign .authority { font-weight: 400 }')],
    rule: 'signature-authority',
    found: 'không đậm',
  },
  {
    what: 'an authority in small letters',
    kind: 'cong-van-xin-y-kien',
    changes: [['PHÓ GIÁM ĐỐC', 'Phó Giám đốc']],
    rule: 'signature-authority',
  },
  { what: 'KT without its stop', kind: 'cong-van-xin-y-kien', changes: [['KT. GIÁM ĐỐC', 'KT GIÁM ĐỐC']], rule: 'signature-prefix' },
  {
    what: 'KT. without the title of who signs',
    kind: 'cong-van-xin-y-kien',
    changes: [['<div class="authority">PHÓ GIÁM ĐỐC</div>', '']],
    rule: 'signature-prefix',
  },
  {
    what: 'a signature on the left',
    kind: 'quyet-dinh',
    changes: [style('.sign td + td { position: relative; left: -60mm }')],
    rule: 'signature-side',
    unit: 'mm',
  },
  {
    what: 'a name that is not bold',
    kind: 'quyet-dinh',
    changes: [style('.sign .name { font-weight: 400 }')],
    rule: 'signature-name',
    found: 'không đậm',
  },
  {
    what: 'a name with a degree',
    kind: 'quyet-dinh',
    changes: [['<div class="name">', '<div class="name">ThS. ']],
    rule: 'signature-name',
  },
  {
    what: 'a name off the axis',
    kind: 'quyet-dinh',
    changes: [style('.sign .name { position: relative; left: 8mm }')],
    rule: 'signature-name',
    found: 8,
    unit: 'mm',
  },
  {
    what: 'Nơi nhận upright',
    kind: 'quyet-dinh',
    changes: [style('.sign .recipients .label { font-style: normal }')],
    rule: 'recipients-label',
    found: 'đứng',
  },
  {
    what: 'Nơi nhận below the title',
    kind: 'quyet-dinh',
    changes: [style('.sign .recipients .label { margin-top: 5mm } .sign td { vertical-align: top }')],
    rule: 'recipients-label',
    unit: 'mm',
  },
  {
    what: 'recipients of 12 pt',
    kind: 'quyet-dinh',
    changes: [style('.sign td.recipients { font-size: 12pt }')],
    rule: 'recipients',
    found: 12,
    unit: 'pt',
  },
  { what: 'recipients without Lưu', kind: 'quyet-dinh', changes: [['- Lưu: VT', '- Văn thư, VT']], rule: 'recipients' },
  {
    what: 'an annex head that is not bold',
    kind: 'quyet-dinh',
    changes: [style('.annex .title .subject { font-weight: 400 }')],
    rule: 'annex-head',
    found: 'không đậm',
  },
  {
    what: 'an annex that does not say to what it belongs',
    kind: 'quyet-dinh',
    changes: [['(Kèm theo Quyết định', '(Theo Quyết định']],
    rule: 'annex-head',
  },
  {
    what: 'a certificate on two sheets',
    kind: 'giay-khen',
    changes: [style('.sheet { height: 300mm }')],
    rule: 'certificate-sheet',
    found: 2,
  },
  {
    what: 'a certificate in black',
    kind: 'giay-khen',
    changes: [style('.award, .office { color: #000 }')],
    rule: 'certificate-red',
    found: 0,
  },
  {
    what: 'a foot that is upright',
    kind: 'giay-khen',
    changes: [style('.foot .left { font-style: normal }')],
    rule: 'certificate-foot',
    found: 'đứng',
  },
  {
    what: 'an award off the middle',
    kind: 'giay-khen',
    changes: [style('.award { position: relative; left: 10mm }')],
    rule: 'certificate-axis',
    found: 10,
    unit: 'mm',
  },
];

describe('the layout linter', () => {
  it.each(PLANTED)(
    'sees $what in $kind',
    async ({ kind, changes, rule, found, unit }) => {
      const deviations = await lint(kind, changes);
      const deviation = found === undefined ? told(deviations, rule) : nearest(deviations, rule, found);
      if (typeof found === 'number') {
        expect(Math.abs(Number(deviation.found) - found)).toBeLessThan(1);
      }
      expect(deviation.unit).toBe(unit ?? null);
      expect(deviation.text).toMatch(/^Trang \d+: .+ là .+, phải là .+ \(.+\)\.$/);
    },
    20_000,
  );

  it('holds a paper to an organisation’s own margins, narrower than the decree’s', async () => {
    const margins = { ...NATIONAL_VALUES.margins, right: { from: 20, to: 20 } };
    expect(told(await lint('quyet-dinh', [style('p { }')], { margins }), 'margin-right').wanted).toBe('20');
  }, 20_000);

  it.each([
    [['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    [['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG']],
    [['TUQ. CHỦ TỊCH', 'GIÁM ĐỐC SỞ NỘI VỤ']],
    [['Q. CHỦ TỊCH']],
    [['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    [['TM. HỘI ĐỒNG', 'CHỦ TỊCH HỘI ĐỒNG KIÊM CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG']],
  ])(
    'finds nothing to say about %j',
    async (lines) => {
      const data = sample('quyet-dinh');
      const signature = { ...data.frame.signature, lines };
      const { html } = templates.fill('quyet-dinh', 1, { ...data, frame: { ...data.frame, signature } });
      expect(await lintLayout(await maker.render(html), { paper: 'decision' })).toEqual([]);
    },
    20_000,
  );

  it('finds nothing to say about a paper as it is', async () => {
    expect(await lint('quyet-dinh', [style('p { }')])).toEqual([]);
  }, 20_000);
});

function nearest(deviations: readonly Deviation[], rule: string, found: number | string): Deviation {
  const same = deviations.filter((deviation) => deviation.rule === rule);
  const match = same.find((deviation) =>
    typeof found === 'number' ? typeof deviation.found === 'number' && Math.abs(deviation.found - found) < 1 : deviation.found === found,
  );
  return match ?? told(deviations, `${rule} with ${String(found)}`);
}
