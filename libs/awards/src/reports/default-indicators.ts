import type { Movement } from '../movements/movement';
import type { Indicator } from './indicator';

/** What every report of a movement counts, whatever its plan says. */
const ALWAYS: readonly Pick<Indicator, 'id' | 'name' | 'unit'>[] = [
  { id: 'pho-bien', name: 'Hội nghị, buổi phổ biến, tuyên truyền về phong trào', unit: 'buổi' },
  { id: 'tham-gia', name: 'Người tham gia, đăng ký thi đua', unit: 'người' },
  { id: 'sang-kien', name: 'Sáng kiến, giải pháp được công nhận trong phong trào', unit: 'sáng kiến' },
  { id: 'dien-hinh', name: 'Mô hình, điển hình tiên tiến', unit: 'mô hình' },
  { id: 'khen-tap-the', name: 'Tập thể được khen thưởng', unit: 'tập thể' },
  { id: 'khen-ca-nhan', name: 'Cá nhân được khen thưởng', unit: 'người' },
];

const SHARE = /(?:(?:ít nhất|tối thiểu|trên|từ|đạt|phấn đấu)\s+){0,3}(\d{1,3}(?:,\d{1,2})?)\s*%(\s+trở lên)?/iu;
const LONGEST = 200;

/** The form a movement starts with: its plan's shares as percentages, its criteria as texts, then what every report counts. */
export function defaultIndicators({ criteria }: Pick<Movement, 'criteria'>): readonly Indicator[] {
  const fromPlan = criteria.map((criterion, at) => ofCriterion(criterion, `tc-${String(at + 1)}`));
  const always = ALWAYS.map((one): Indicator => ({ ...one, type: 'number', target: null, required: false, audiences: [], source: null }));
  return [...always, ...fromPlan];
}

function ofCriterion({ audience, quote, line }: Movement['criteria'][number], id: string): Indicator {
  const share = SHARE.exec(quote);
  const source = { quote, line };
  const name = short(quote);
  // What is asked of persons and others is told by the bodies they belong to.
  const audiences = audience === 'individual' || audience === 'other' ? [] : [audience];
  return share === null
    ? { id, name, type: 'text', unit: '', target: null, required: false, audiences, source }
    : { id, name, type: 'percent', unit: '', target: `${share[1] ?? ''}%${share[2] ?? ''}`, required: false, audiences, source };
}

/** The first sentence or clause; the whole stands in the source. */
function short(quote: string): string {
  const words = quote.replace(/\s+/g, ' ').trim();
  const clause = /^.{25,}?[.;](?=\s|$)/u.exec(words)?.[0] ?? words;
  const text = clause.replace(/[.;,\s]+$/u, '');
  return text.length <= LONGEST ? text : `${text.slice(0, text.lastIndexOf(' ', LONGEST - 1))}…`;
}
