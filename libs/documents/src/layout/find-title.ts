import type { Head } from './find-head';
import type { LaidOutPage, RuledLine, TextLine } from './laid-out';
import { centreOf } from './measure';

/** Ô 5a: type name, trích yếu and the rule under it. Empty where a paper has none. */
export interface Title {
  readonly type: TextLine | undefined;
  readonly subject: readonly TextLine[];
  /** '(Kèm theo …)'. */
  readonly attached: readonly TextLine[];
  readonly rule: RuledLine | undefined;
}

export const NO_TITLE: Title = { type: undefined, subject: [], attached: [], rule: undefined };

export function findTitle(page: LaidOutPage | undefined, head: Head | undefined): Title {
  if (page === undefined || head === undefined) {
    return NO_TITLE;
  }
  return titleFrom(
    page,
    page.lines.filter((line) => line.y > head.endY + 4),
  );
}

/** The run of plain centred lines that `lines` begins with. */
export function titleFrom(page: LaidOutPage, lines: readonly TextLine[]): Title {
  const [type] = lines;
  if (type === undefined || !isPartOfTitle(type)) {
    return NO_TITLE;
  }
  const run = [type];
  for (const line of lines.slice(1)) {
    const last = run.at(-1) ?? type;
    if (!isPartOfTitle(line) || line.y - last.y > last.size * 2.4 || line.y <= last.y || Math.abs(centreOf(line) - centreOf(type)) > 30) {
      break;
    }
    run.push(line);
  }
  const bracket = run.findIndex((line, at) => at > 0 && line.text.startsWith('('));
  const subject = run.slice(1, bracket < 0 ? undefined : bracket);
  const attached = bracket < 0 ? [] : run.slice(bracket);
  return { type, subject, attached, rule: ruleUnder(page, run.at(-1) ?? type) };
}

function isPartOfTitle(line: TextLine): boolean {
  return line.role === 'plain' && !/^Kính gửi/i.test(line.text) && !/^V\/v\b/i.test(line.text);
}

/** The nearest flat line below, centred on the words and shorter than they. */
export function ruleUnder(page: LaidOutPage, line: TextLine, reach = 18): RuledLine | undefined {
  return page.rules
    .filter((rule) => rule.y > line.y && rule.y - line.y < reach && rule.x0 < centreOf(line) && rule.x1 > centreOf(line))
    .sort((left, right) => left.y - right.y)[0];
}
