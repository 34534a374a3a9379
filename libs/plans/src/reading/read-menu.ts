import type { MenuOccasion, PlanSource } from '@thidua/awards';
import { fieldsOf, type AnyField } from '../plan-field';
import { isHeading, type Node } from '../text/outline';
import { sourceOf, type Paragraph } from '../text/paragraphs';
import { awardsIn, beginsWithAward, occasionsIn, OWN_AUTHORITY } from './awards-in-words';
import { field, type PlanRoom } from './plan-room';

const LABEL = /^(?:Khen thưởng\s+)?(?:(?:hàng|hằng) năm|sơ kết|tổng kết)(?:\s*\([^)]{0,300}\))?\s*[:|–-]\s*/iu;
const SECTION = /khen thưởng/iu;

/** The award menu by occasion, and the standards that stand beside it. */
export function readMenu({ nodes }: PlanRoom): readonly AnyField[] {
  const inSection = nodes.filter(
    ({ paragraph, heads }) =>
      [...heads, paragraph].some((one) => one.level === 1 && SECTION.test(one.body)) ||
      heads.some((head) => isHeading(head) && SECTION.test(head.body)),
  );
  const listed = inSection.flatMap(listedItems);
  const taken = new Set(fieldsOf(listed, 'menuItem').flatMap((item) => item.value?.occasions ?? []));
  const own = inSection.flatMap((node) => ownAuthority(node, taken));
  return [...own, ...listed, ...inSection.flatMap((node, index) => standardAt(node, inSection[index - 1]))];
}

/** The occasions of the nearest heading that names any; none named: the plan ties its list to no occasion. */
function occasionsOf({ heads }: Node): readonly MenuOccasion[] {
  const head = heads.findLast((one) => isOccasionHeading(one));
  return head === undefined ? ['unspecified'] : occasionsIn(head.body);
}

function isOccasionHeading(paragraph: Paragraph): boolean {
  return paragraph.body.length < 120 && occasionsIn(paragraph.body).length > 0 && !beginsWithAward(paragraph.body);
}

function listedItems(node: Node): readonly AnyField[] {
  const { paragraph } = node;
  const label = LABEL.exec(paragraph.body);
  const rest = paragraph.body.slice(label?.[0].length ?? 0);
  if (!beginsWithAward(rest)) {
    return [];
  }
  const occasions = label === null ? occasionsOf(node) : occasionsIn(label[0]);
  const offset = paragraph.bodyAt + (label?.[0].length ?? 0);
  return awardsIn(rest).map(({ award, basis, from, to }) =>
    field(
      'menuItem',
      { occasions, award, basis },
      sourceOf(paragraph, offset + from, offset + to),
      askedOf(occasions, award, basis, rest.slice(from, to)),
    ),
  );
}

function askedOf(
  occasions: readonly MenuOccasion[],
  award: string,
  basis: string,
  words: string,
): 'occasion' | 'order-class' | 'award-level' | null {
  if (basis === 'level-open') {
    return 'award-level';
  }
  if (award.startsWith('HCLD') && !/hạng/iu.test(words)) {
    return 'order-class';
  }
  return occasions.includes('unspecified') ? 'occasion' : null;
}

/** 'thực hiện khen thưởng theo thẩm quyền' under an occasion for which nothing is listed. */
function ownAuthority(node: Node, taken: ReadonlySet<MenuOccasion>): readonly AnyField[] {
  const occasions = occasionsOf(node);
  const found = /(?:các cơ quan,[^.;]{0,160}?)?khen thưởng theo thẩm quyền/iu.exec(node.paragraph.text);
  if (found === null || occasions.includes('unspecified') || occasions.some((one) => taken.has(one))) {
    return [];
  }
  const source = sourceOf(node.paragraph, found.index, found.index + found[0].length);
  return OWN_AUTHORITY.map((award) => field('menuItem', { occasions, award, basis: 'own-authority' }, source, 'own-authority'));
}

/** 'Tiêu chuẩn khen thưởng: …', the text below such a heading, and the plain words under an occasion. */
function standardAt(node: Node, before: Node | undefined): readonly AnyField[] {
  const { paragraph } = node;
  const inline = /^Tiêu chuẩn khen thưởng\s*:\s*\S/iu.test(paragraph.body);
  const under = before !== undefined && paragraph.level === 0 && standsUnderStandard(before);
  if (!inline && !under) {
    return [];
  }
  const occasions = occasionsOf(node);
  const source: PlanSource = sourceOf(paragraph);
  return [field('standard', { occasions }, source)];
}

function standsUnderStandard({ paragraph }: Node): boolean {
  const { body } = paragraph;
  return isHeading(paragraph) && (/^Tiêu chuẩn/iu.test(body) || (isOccasionHeading(paragraph) && /^Khen thưởng/iu.test(body)));
}
