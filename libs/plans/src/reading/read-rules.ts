import type { Audience, MenuOccasion, PlanNeed, PlanRule } from '@thidua/awards';
import { fieldsOf, type AnyField } from '../plan-field';
import { sourceOf, type Paragraph } from '../text/paragraphs';
import { clausesOf, sentencesOf, type Piece } from '../text/sentences';
import { awardsIn, occasionsIn } from './awards-in-words';
import { field } from './plan-room';
import type { Criterion } from './read-criteria';

const EXCELLENT = 'hoàn thành xuất sắc nhiệm vụ';
const COUNTED = new RegExp(
  `(?:trong (?<of>\\d{1,2}) năm[^;.]{0,20}?)?ít nhất (?<least>\\d{1,2}) (?:lần|năm) (?:được )?(?:đánh giá|xếp loại)[^;.(]{0,30}?${EXCELLENT}`,
  'iu',
);
const RATED = new RegExp(`(?:đánh giá|xếp loại)[^;.(]{0,40}?${EXCELLENT}`, 'iu');
const PATTERNS: readonly (readonly [PlanNeed, RegExp])[] = [
  ['excellent-years', COUNTED],
  ['rated-excellent', RATED],
  ['continuously-good', /liên tục hoàn thành tốt nhiệm vụ/iu],
  ['recognised-result', /(?:được )?(?:cấp|cơ quan) có thẩm quyền[^;.]{0,30}?công nhận/iu],
  ['reports-on-time', /(?:chế độ\s+)?(?:thông tin[, ]+)?báo cáo đầy đủ,?\s+(?:và )?đúng (?:thời gian|thời hạn)/iu],
];
const CLUSTER_VOTE = /[Cc]ụm,?\s+(?:và )?khối thi đua bình (?:xét|chọn)/u;
const COLLECTIVES: readonly Audience[] = ['agency', 'enterprise', 'front'];

/** Criteria stated so exactly that they can be judged; what a criterion says about an occasion stands in its brackets. */
export function readRules(criteria: readonly Criterion[], menu: readonly AnyField[]): readonly AnyField[] {
  const offered = fieldsOf(menu, 'menuItem').flatMap(({ value }) => (value?.basis === 'listed' ? [value.award] : []));
  return criteria.flatMap((criterion) => rulesOf(criterion, [...new Set(offered)]));
}

function rulesOf(criterion: Criterion, offered: readonly string[]): readonly AnyField[] {
  const { paragraph, heads } = criterion;
  const awards = awardsOfHeads(heads) ?? offered;
  const allOccasions = occasionsInBrackets(paragraph.text);
  const found = clausesOf(paragraph.text).flatMap((clause) =>
    PATTERNS.flatMap(([needs, pattern]) => {
      const match = pattern.exec(withoutCounted(clause.text, needs));
      return match === null ? [] : [{ needs, match, clause }];
    }),
  );
  const rules = found
    .toSorted((a, b) => a.clause.from + a.match.index - (b.clause.from + b.match.index))
    .map(({ needs, match, clause }) => {
      const near = needs === 'recognised-result' || needs === 'reports-on-time' ? allOccasions : occasionsAfter(paragraph, clause, match);
      const value = {
        occasions: near.length === 0 ? (['unspecified'] as const) : near,
        awards,
        audiences: [criterion.audience],
        needs,
        ...counted(needs, match),
      };
      return ruleField(paragraph, clause.from + match.index, clause.from + match.index + match[0].length, value);
    });
  return [...rules, ...clusterVotes(paragraph)];
}

/** 'xuất sắc' inside a count of years is no rating of the year. */
function withoutCounted(text: string, needs: PlanNeed): string {
  return needs === 'rated-excellent' ? text.replace(COUNTED, (words) => ' '.repeat(words.length)) : text;
}

function counted(needs: PlanNeed, match: RegExpExecArray): { readonly atLeast: number | null; readonly ofYears: number | null } {
  const { of, least } = match.groups ?? {};
  const isCount = needs === 'excellent-years' && least !== undefined;
  return { atLeast: isCount ? Number(least) : null, ofYears: isCount && of !== undefined ? Number(of) : null };
}

/** The first brackets after the words, within the clause. */
function occasionsAfter(paragraph: Paragraph, clause: Piece, match: RegExpExecArray): readonly MenuOccasion[] {
  const rest = paragraph.text.slice(clause.from + match.index, clause.to);
  const brackets = /\(([^)]{0,300}khen thưởng[^)]{0,300})\)/iu.exec(rest)?.[1];
  return brackets === undefined ? [] : occasionsIn(brackets);
}

function occasionsInBrackets(text: string): readonly MenuOccasion[] {
  const all = [...text.matchAll(/\(([^)]{0,300}khen thưởng[^)]{0,300})\)/giu)].flatMap((match) => occasionsIn(match[1] ?? ''));
  return (['annual', 'interim-review', 'final-review'] as const).filter((occasion) => all.includes(occasion));
}

/** 'Tiêu chuẩn Cờ thi đua … và Bằng khen …': the awards a heading speaks of. */
function awardsOfHeads(heads: readonly Paragraph[]): readonly string[] | null {
  const named = heads.filter((head) => /tiêu chuẩn/iu.test(head.body)).map((head) => awardsIn(head.body).map((one) => one.award));
  return named.findLast((some) => some.length > 0) ?? null;
}

function clusterVotes(paragraph: Paragraph): readonly AnyField[] {
  return sentencesOf(paragraph.text).flatMap((sentence) => {
    if (!CLUSTER_VOTE.test(sentence.text)) {
      return [];
    }
    const occasions = occasionsIn(sentence.text);
    const awards = awardsIn(sentence.text).map((one) => one.award);
    const value = {
      occasions: occasions.length === 0 ? (['unspecified'] as const) : occasions,
      awards,
      audiences: COLLECTIVES,
      needs: 'cluster-vote' as const,
      atLeast: null,
      ofYears: null,
    };
    return [ruleField(paragraph, sentence.from, sentence.to, value)];
  });
}

function ruleField(paragraph: Paragraph, from: number, to: number, value: Omit<PlanRule, 'quote' | 'line'>): AnyField {
  return field('rule', { ...value, awards: value.awards.toSorted() }, sourceOf(paragraph, from, to));
}
