import type { Audience, PlanSource } from '@thidua/awards';
import type { AnyField } from '../plan-field';
import { isHeading, isUnder, type Node } from '../text/outline';
import { sourceOf, type Paragraph } from '../text/paragraphs';
import { audienceOfLabel, audiencesIn, isAlsoOutside } from './audience-words';
import { field, type PlanRoom } from './plan-room';

const CRITERIA = /tiêu chí|tiêu chuẩn/iu;

export interface Criterion {
  readonly audience: Audience;
  readonly paragraph: Paragraph;
  readonly source: PlanSource;
  readonly heads: readonly Paragraph[];
}

/** What each audience is asked to do: lines below 'Đối với …', or a line that begins with whom it is about. */
export function criteriaOf({ nodes }: PlanRoom): readonly Criterion[] {
  return nodes.filter((node) => isUnder(node, CRITERIA)).flatMap(criterionAt);
}

export function readCriteria(criteria: readonly Criterion[]): readonly AnyField[] {
  return criteria.map(({ audience, source }) => field('criterion', { audience }, source));
}

function criterionAt({ paragraph, heads }: Node): readonly Criterion[] {
  const own = ownAudience(paragraph);
  if (own !== null) {
    return own.at === null ? [] : [{ audience: own.audience, paragraph, heads, source: sourceOf(paragraph, own.at) }];
  }
  const head = heads.findLast((one) => audienceHeading(one) !== null);
  const audience = head === undefined ? null : audienceHeading(head);
  return audience === null || paragraph.body.length < 15 ? [] : [{ audience, paragraph, heads, source: sourceOf(paragraph) }];
}

/** A paragraph that names its audience: `at` is where its own criterion begins; null for a heading. */
function ownAudience(paragraph: Paragraph): { readonly audience: Audience; readonly at: number | null } | null {
  const { body, bodyAt, level } = paragraph;
  const audience = audienceOfLabel(body);
  if (level === 0 || audience === null) {
    return null;
  }
  if (audience === 'other') {
    const brackets = /^Đối tượng khác\s*(?:\([^)]{0,300}\))?\s*:?\s*/iu.exec(body)?.[0].length ?? 0;
    const bare = body.slice(brackets).length < 15;
    return { audience, at: bare ? null : level === 4 ? bodyAt + brackets : bodyAt };
  }
  const inline = /^[^:]{3,160}:\s+(?=\S)/u.exec(body);
  if (inline !== null) {
    return { audience, at: bodyAt + inline[0].length };
  }
  return audienceHeading(paragraph) === null ? null : { audience, at: null };
}

function audienceHeading(paragraph: Paragraph): Audience | null {
  const { body } = paragraph;
  const reads = /^(?:Đối với|Đề nghị|Đối tượng khác)/iu.test(body) || /:\s*$/u.test(body);
  return isHeading(paragraph) && reads && !/:\s+\S/u.test(body) ? audienceOfLabel(body) : null;
}

const ORDER: readonly Audience[] = ['agency', 'front', 'enterprise', 'individual', 'other'];

/** Who takes part: lists of 'Đối tượng', and the headings of the criteria where no list names them. */
export function readAudiences({ nodes }: PlanRoom): readonly AnyField[] {
  const lists = nodes.filter((node) => inAudienceList(node)).flatMap(({ paragraph }) => listed(paragraph));
  const headings = nodes.filter((node) => isUnder(node, CRITERIA)).flatMap(({ paragraph }) => headed(paragraph));
  const outside = lists.some((one) => one.outsideToo);
  return ORDER.flatMap((audience) => {
    const own = lists.filter((one) => one.audience === audience);
    const found = own.find((one) => one.outsideToo) ?? own[0] ?? headings.find((one) => one.audience === audience);
    if (found === undefined) {
      return [];
    }
    const outsideToo = found.outsideToo || (audience === 'other' && outside);
    const stands = audience !== 'other' || outsideToo || found.heading;
    return stands ? [field('audience', { audience, outsideToo }, found.source)] : [];
  });
}

interface Found {
  readonly audience: Audience;
  readonly outsideToo: boolean;
  readonly source: PlanSource;
  readonly heading: boolean;
}

/** Lines below a heading 'Đối tượng …', or such a line itself when the list follows its colon. */
function inAudienceList({ paragraph, heads }: Node): boolean {
  const title = /^(?:Phạm vi, )?đối tượng(?! khác)(?: thi đua| khen thưởng| áp dụng| tham gia)?/iu;
  const near = heads.at(-1);
  if (near !== undefined && title.test(near.body) && isHeading(near) && near.body.length < 80 && near.level !== 1) {
    return true;
  }
  const only = near?.level === 1 && /^(?:phạm vi, )?đối tượng$/iu.test(near.body.trim());
  return only || /^đối tượng (?:thi đua|khen thưởng|áp dụng|tham gia)\s*:\s*\S/iu.test(paragraph.body);
}

function listed(paragraph: Paragraph): readonly Found[] {
  const title = /^đối tượng (?:thi đua|khen thưởng|áp dụng|tham gia)\s*:\s*/iu.exec(paragraph.body)?.[0].length ?? 0;
  const text = paragraph.body.slice(title);
  return audiencesIn(text).map(({ audience, at }) => ({
    audience,
    outsideToo: audience !== 'front' && isAlsoOutside(text),
    source: sourceOf(paragraph, paragraph.bodyAt + title + at),
    heading: false,
  }));
}

function headed(paragraph: Paragraph): readonly Found[] {
  const own = ownAudience(paragraph);
  if (own === null) {
    return [];
  }
  const heading = own.audience !== 'other' || paragraph.level === 4;
  return [
    { audience: own.audience, outsideToo: own.audience === 'other' && isAlsoOutside(paragraph.body), source: sourceOf(paragraph), heading },
  ];
}
