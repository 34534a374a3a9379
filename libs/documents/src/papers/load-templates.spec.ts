import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemplateFieldMissing, TemplateUnknown } from '../errors';
import { PaperTemplates } from './load-templates';
import { PAPER_KINDS, type PaperDataOf, type PaperKind } from './paper-data';

const PAPERS = join(__dirname, '../../../../workflows/papers');

function sample<Kind extends PaperKind>(kind: Kind): PaperDataOf<Kind> {
  return JSON.parse(readFileSync(join(PAPERS, '1/samples', `${kind}.json`), 'utf8')) as PaperDataOf<Kind>;
}

const templates = new PaperTemplates(PAPERS);
const text = (html: string): string =>
  html
    .slice(html.indexOf('<body'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the paper templates', () => {
  it.each(PAPER_KINDS)('%s is filled from its sample with nothing to load from outside', (kind) => {
    const { html, templateVersion } = templates.fill(kind, 1, sample(kind));
    expect(html).toContain('src:url(data:font/woff2;base64,');
    expect(html.match(/https?:|\{\{|undefined|\[object/)).toBeNull();
    expect(templateVersion).toMatch(/^1-[0-9a-f]{12}$/);
  });

  // Name cards are signed by nobody.
  it.each(PAPER_KINDS.filter((kind) => kind !== 'bang-ten'))('%s stops when its frame lacks the signature', (kind) => {
    const data = sample(kind);
    const frame = { ...data.frame, signature: undefined };
    expect(() => templates.fill(kind, 1, { ...data, frame } as unknown as typeof data)).toThrow(TemplateFieldMissing);
  });

  it('writes blanks for the number and date of a draft', () => {
    const data = sample('to-trinh');
    const { html } = templates.fill('to-trinh', 1, { ...data, frame: { ...data.frame, number: null, date: null } });
    expect(html).toMatch(/Số: <a class="gap" href="data:,so">(&nbsp;){8}<\/a>\/TTr-UBND/);
    const bare = html.replace(/<a class="gap" href="data:,(\w+)">(&nbsp;)+<\/a>/g, '[$1]');
    expect(text(bare)).toContain('Gia Phúc, ngày [ngay] tháng [thang] năm [nam]');
    expect(text(bare)).toContain('Kèm theo Tờ trình số [so]/TTr-UBND ngày [ngay]/[thang]/[nam] của Ủy ban nhân dân xã Gia Phúc');
  });

  it('names the rows it rests on that no agency has confirmed', () => {
    expect(text(templates.fill('quyet-dinh', 1, sample('quyet-dinh')).html)).toContain('Dữ liệu mẫu, cần cơ quan xác nhận: AU-05, M-04');
  });

  it('counts nominees, money and articles of a decision from its list', () => {
    const words = text(templates.fill('quyet-dinh', 1, sample('quyet-dinh')).html);
    expect(words).toContain('cho 01 tập thể, 01 hộ gia đình, 02 cá nhân đã có thành tích');
    expect(words).toContain('Tiền thưởng kèm theo là 3.861.000 đồng, chi từ Quỹ thi đua');
    expect(words.indexOf('Điều 1.')).toBeLessThan(words.indexOf('Điều 2.'));
    expect(words.indexOf('Điều 2.')).toBeLessThan(words.indexOf('Điều 3.'));
  });

  it('prints the vote over all members of the council', () => {
    const words = text(templates.fill('bien-ban-hoi-dong', 1, sample('bien-ban-hoi-dong')).html);
    expect(words).toContain('Tổng số thành viên Hội đồng: 09; có mặt: 08; ý kiến bằng văn bản của thành viên vắng mặt: 01');
    expect(words).toContain('4 4 1 9 44,4% trên 50% Không đề nghị');
  });

  it('does not know a kind or a version that is not there', () => {
    expect(() => templates.fill('to-trinh', 99, sample('to-trinh'))).toThrow(TemplateUnknown);
  });
});
