import { renderHtml, type CompiledTemplate } from './compile-template';
import { problem, type TemplateProblem } from './template-problem';

interface Mandatory {
  /** The point of the article. */
  readonly point: 'a' | 'b' | 'c' | 'd';
  readonly says: string;
  /** The fields that carry it. */
  readonly fields: readonly string[];
}

/** What a Tờ trình to the State must hold (ND152 33.11, law.md 7.4): a template that does not print one of these is no Tờ trình. */
const CONTENTS: readonly Mandatory[] = [
  { point: 'a', says: 'Căn cứ pháp lý', fields: ['grounds'] },
  {
    point: 'b',
    says: 'Nội dung, hình thức khen thưởng và thành tích của các trường hợp đề nghị',
    fields: ['rows[].award', 'rows[].achievement'],
  },
  { point: 'c', says: 'Ý kiến của các cơ quan được hỏi', fields: ['opinions'] },
  { point: 'd', says: 'Ý kiến thẩm định: đúng đối tượng, đủ điều kiện, tiêu chuẩn, đúng hồ sơ, thủ tục', fields: ['appraisal'] },
];

/** Prints a Tờ trình whose fields are words of their own, and looks for each of them. */
export function missingContents(template: CompiledTemplate, full: Readonly<Record<string, unknown>>): readonly TemplateProblem[] {
  const html = renderHtml(template, marked(full));
  return CONTENTS.flatMap(({ point, says, fields }) =>
    fields
      .filter((field) => !html.includes(markOf(field)))
      .map((about) => problem('contents-missing', { about, says: `${says} (điểm ${point} khoản 11 Điều 33 Nghị định số 152/2025/NĐ-CP)` })),
  );
}

function marked(full: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const [row] = full['rows'] as readonly object[]; // a Tờ trình's sample has nominees
  return {
    ...full,
    grounds: [markOf('grounds')],
    opinions: [markOf('opinions')],
    appraisal: markOf('appraisal'),
    rows: [{ ...row, award: markOf('rows[].award'), achievement: markOf('rows[].achievement') }],
  };
}

function markOf(field: string): string {
  return `noi-dung-${field.replace(/\W/g, '')}`;
}
