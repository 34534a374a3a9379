import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyOf, PaperTemplates, usedTemplate } from '../papers/load-templates';
import { PAPER_KINDS } from '../papers/paper-data';
import { checkTemplate } from './check-template';
import { issuerPartial } from './letterhead';
import type { TemplateProblem } from './template-problem';

const PAPERS = join(__dirname, '../../../../workflows/papers');
const templates = new PaperTemplates(PAPERS);
const sampleOf = (kind: string): unknown => JSON.parse(readFileSync(join(PAPERS, `1/samples/${kind}.json`), 'utf8')) as unknown;

function problemsOf(change: (source: string) => string): readonly TemplateProblem[] {
  const source = change(templates.shipped('to-trinh', 1).body.source);
  const body = bodyOf(source, templates.partials(1));
  return checkTemplate({ kind: 'to-trinh', body, sample: sampleOf('to-trinh'), mandatory: MANDATORY });
}

const ARTICLE = 'khoản 11 Điều 33 Nghị định số 152/2025/NĐ-CP';
/** As a pack's paper rows tell it of a Tờ trình to the State. */
const MANDATORY = ['legal-basis', 'proposal', 'opinions', 'appraisal', 'word'].map((need) => ({ need, citation: ARTICLE }));

const refusal = (found: readonly TemplateProblem[]): TemplateProblem | undefined => found.find(({ severity }) => severity === 'refusal');

describe('a template on trial', () => {
  it.each(PAPER_KINDS)('finds nothing to refuse in the shipped %s', (kind) => {
    const { body } = templates.shipped(kind, 1);
    const mandatory =
      kind === 'to-trinh' ? MANDATORY : kind === 'bien-ban-hoi-dong' ? [{ need: 'public-notice-result', citation: 'T-01' }] : [];
    const found = checkTemplate({ kind, body, sample: sampleOf(kind), mandatory });
    expect(found.filter(({ severity }) => severity === 'refusal')).toEqual([]);
  });

  it('names a field that papers of the kind do not have, its line and what was probably meant', () => {
    expect(refusal(problemsOf((source) => source.replace('{{opening}}', '{{openning}}')))).toMatchObject({
      code: 'field-missing',
      line: 6,
      partial: null,
      about: 'openning',
      meant: 'opening',
      says: 'Đoạn mở đầu trước bảng số lượng theo từng hình thức khen thưởng',
    });
  });

  it('goes into what the sample leaves out', () => {
    const found = problemsOf((source) => source.replace('<p>{{appraisal}}</p>', '<p>{{appraisel}}</p>'));
    expect(refusal(found)).toMatchObject({ code: 'field-missing', about: 'appraisel', meant: 'appraisal' });
  });

  it('refuses a field that may be absent without opt', () => {
    const found = problemsOf((source) => source.replace('{{> signature frame}}', '<p>{{closing}}</p>'));
    expect(refusal(found)).toMatchObject({ code: 'field-missing', about: 'closing', says: 'Câu kết, không có dấu kết thúc' });
  });

  it.each([
    ['a block that is not closed', '{{#if rows}}', 'syntax'],
    ['a helper outside the list', '{{uper subject}}', 'helper-unknown'],
    ['unescaped output', '{{{subject}}}', 'unescaped'],
    ['a shared part that is not there', '{{> logo}}', 'partial-unknown'],
    ['a tag that is not closed', '<p><b>{{subject}}</p>', 'markup-open'],
  ])('refuses %s', (_what, text, code) => {
    expect(refusal(problemsOf((source) => source.replace('{{> signature frame}}', text)))?.code).toBe(code);
  });

  it.each([
    ['{{> grounds}}', 'căn cứ pháp lý (Điều 33.11.a)'],
    ['{{> nominee-table rows=rows}}', 'nội dung, hình thức khen thưởng và thành tích đề nghị (Điều 33.11.b)'],
    ['{{#each opinions}}<p>- {{this}}</p>{{/each}}', 'ý kiến của các cơ quan được lấy ý kiến (Điều 33.11.c)'],
    ['<p>{{appraisal}}</p>', 'ý kiến thẩm định (Điều 33.11.d)'],
  ])('refuses a Tờ trình without %s by its article', (text, says) => {
    const found = problemsOf((source) => source.replace(text, ''));
    expect(refusal(found)).toMatchObject({ code: 'contents-missing', says });
  });

  it('suggests the helper that was meant', () => {
    expect(refusal(problemsOf((source) => source.replace('{{opening}}', '{{uper opening}}')))).toMatchObject({ meant: 'upper', line: 6 });
  });

  it('warns of what will be taken out, and of fields that are never printed', () => {
    const found = problemsOf((source) => source.replace('<p>{{opening}}</p>', '<img alt="" src="https://127.0.0.1/logo.png">'));
    expect(found.map(({ code, about, severity }) => [severity, code, about])).toEqual([
      ['warning', 'taken-out', ''],
      ['warning', 'field-unprinted', 'opening'],
    ]);
  });
});

describe('a letterhead', () => {
  const shipped = templates.partials(1)['issuer'] ?? '';
  const head = (change: object): string => {
    const letterhead = { emblem: null, parent: [], body: [], below: [], ...change };
    const partials = { ...templates.partials(1), issuer: issuerPartial(letterhead, shipped) };
    const template = usedTemplate('HP/1', bodyOf(templates.shipped('to-trinh', 1).body.source, partials));
    const { html } = templates.fillWith(template, sampleOf('to-trinh'));
    return html.slice(html.indexOf('<td class="org">'), html.indexOf('</td>', html.indexOf('<td class="org">')));
  };

  it('changes nothing when it is empty', () => {
    expect(head({})).toContain('<div class="under third"><div class="body">ỦY BAN NHÂN DÂN</div><div class="body">XÃ GIA PHÚC</div></div>');
  });

  it('prints emblem, lines and address of the province, and can bring in neither tag nor call', () => {
    const emblem = 'data:image/png;base64,AAAA';
    const printed = head({ emblem, parent: ['TỈNH <b>'], body: ['SỞ {{subject}}'], below: ['Số 1, phố A'] });
    expect(printed).toContain(`src="${emblem}"`);
    expect(printed).toContain('TỈNH &#60;b&#62;');
    expect(printed).toContain('SỞ &#123;&#123;subject&#125;&#125;');
    expect(printed).toContain('Số 1, phố A');
    expect(printed).not.toContain('XÃ GIA PHÚC');
  });

  it('is part of what the version of a paper stands for', () => {
    const body = templates.shipped('to-trinh', 1).body;
    const other = {
      ...body,
      partials: { ...body.partials, issuer: issuerPartial({ emblem: null, parent: ['A'], body: [], below: [] }, shipped) },
    };
    expect(usedTemplate('HP/1', other).hash).not.toBe(usedTemplate('HP/1', body).hash);
  });
});
