import type { Finding } from '../deviation';
import type { Title } from '../find-title';
import type { LaidOutPage, TextLine } from '../laid-out';
import { centreOf, widthOf } from '../measure';
import { annexI, centredOn, lookOf, type LayoutRule, type RuleContext } from '../rule';
import { ruleFindings } from './head';

/** The middle of the text between house margins; paragraphs and tables do not always fill it. */
export function axisOf(page: LaidOutPage, { parts }: RuleContext): number {
  const { head, area } = parts;
  const rules = page.rules.filter((rule) => widthOf(rule) > page.width / 2);
  const [rule] = rules;
  if (rule !== undefined) {
    return (Math.min(...page.rules.map(({ x0 }) => x0)) + Math.max(...page.rules.map(({ x1 }) => x1))) / 2;
  }
  return head === undefined || parts.paragraphs.length > 0 ? centreOf(area) : page.width / 2;
}

export const titleType: LayoutRule = {
  id: 'title-type',
  article: annexI('mục II.5.a'),
  check: (context) => {
    const { parts, profile, values } = context;
    const { type } = parts.title;
    const page = parts.pages[0];
    if (type === undefined || page === undefined) {
      return profile.title === 'required'
        ? [{ page: 1, what: 'tên loại văn bản', found: 'không có', wanted: 'chữ in hoa, đậm, canh giữa' }]
        : [];
    }
    if (profile.title === 'none') {
      return [];
    }
    const look = lookOf(type, 1, 'tên loại văn bản', { size: 'type', bold: true, italic: false, upper: true }, values);
    return [...look, ...middle(type, page, context, 'tên loại văn bản')];
  },
};

export const titleSubject: LayoutRule = {
  id: 'title-subject',
  article: annexI('mục II.5.a'),
  check: (context) => {
    const { parts, profile, values } = context;
    const page = parts.pages[0];
    if (page === undefined || profile.title === 'none') {
      return [];
    }
    return parts.title.subject.flatMap((line) => [
      ...lookOf(line, 1, 'trích yếu', { size: 'subject', bold: true, italic: false, upper: false }, values),
      ...middle(line, page, context, 'trích yếu'),
    ]);
  },
};

export const titleRule: LayoutRule = {
  id: 'title-rule',
  article: annexI('mục II.5.a'),
  check: ({ parts, profile, values }) => {
    const page = parts.pages[0];
    return page === undefined || profile.title === 'none' ? [] : ruleOfTitle(page, parts.title, values);
  },
};

/** Under the last line of the trích yếu or of the bracket below it; a third to a half of the line. A type name alone needs none. */
export function ruleOfTitle(page: LaidOutPage, title: Title, values: RuleContext['values']): Finding[] {
  const lines = [...title.subject, ...title.attached];
  const last = lines.at(-1);
  if (last === undefined) {
    return [];
  }
  const findings = lines.map((line) =>
    ruleFindings({ page }, { ...last, x0: line.x0, x1: line.x1 }, 'đường kẻ dưới trích yếu', values.shortRule, values),
  );
  return findings.find((list) => list.length === 0) ?? findings.at(-1) ?? [];
}

function middle(line: TextLine, page: LaidOutPage, context: RuleContext, what: string): Finding[] {
  const { parts, values } = context;
  const axes = [axisOf(page, context), centreOf(parts.area)];
  const findings = axes.map((axis) => centredOn(line, axis, page.number, what, values));
  return findings.find((list) => list.length === 0) ?? findings[0] ?? [];
}
