import type { AnyField } from '../plan-field';
import type { Node } from '../text/outline';
import { sourceOf, type Paragraph } from '../text/paragraphs';
import { capitalised } from '../text/words';
import { field, type PlanRoom } from './plan-room';

/** The parts of a dossier by the words that begin their line; ids of the law reference, section 7.1. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['D-06', /xác nhận[^;]{0,300}(?:phạm vi ảnh hưởng|hiệu quả)|(?:phát minh|sáng chế|sáng kiến)[^;]{0,300}(?:xác nhận|công nhận)/iu],
  ['D-01', /^(?:\d+ )?Tờ trình/iu],
  ['D-05', /Biên bản/iu],
  ['D-02', /^(?:\d+ )?(?:Bản )?Báo cáo thành tích/iu],
];
const HEADING = /^Hồ sơ(?!\s+(?:gửi về|của))|^Thành phần hồ sơ/iu;
const LIST = /hồ sơ[^.:;]{0,90}?(?:gồm(?:\s+có)?|bao gồm)\s*:?\s*/iu;

/** What a dossier under the plan holds: a list below 'Hồ sơ', or after 'gồm'. */
export function readDossier({ nodes }: PlanRoom): readonly AnyField[] {
  const found = nodes.flatMap((node, index) => inline(node.paragraph) ?? below(node, nodes, index));
  return found.filter((one, index) => found.findIndex((other) => sameValue(one, other)) === index);
}

function sameValue(one: AnyField, other: AnyField): boolean {
  return JSON.stringify(one.value) === JSON.stringify(other.value);
}

/** 'Hồ sơ đề nghị khen thưởng gồm: Tờ trình; Biên bản …; Báo cáo …'. */
function inline(paragraph: Paragraph): readonly AnyField[] | null {
  const list = LIST.exec(paragraph.text);
  if (list === null) {
    return null;
  }
  const begin = list.index + list[0].length;
  let at = begin;
  return paragraph.text
    .slice(begin)
    .split(';')
    .flatMap((words) => {
      const from = at;
      at += words.length + 1;
      return partField(paragraph, words, from);
    });
}

function below(node: Node, nodes: readonly Node[], index: number): readonly AnyField[] {
  const { heads, paragraph } = node;
  const headed = heads.some((head) => HEADING.test(head.body) && head.body.length < 80);
  const listed = precedingList(nodes, index);
  return (headed || listed) && paragraph.level >= 5 ? partField(paragraph, paragraph.body, paragraph.bodyAt) : [];
}

/** Bullets directly after '… hồ sơ … gồm có:'. */
function precedingList(nodes: readonly Node[], index: number): boolean {
  const before = nodes.slice(0, index).findLast(({ paragraph }) => paragraph.level < 5);
  return before !== undefined && new RegExp(`${LIST.source}$`, 'iu').test(before.paragraph.text);
}

function partField(paragraph: Paragraph, words: string, from: number): readonly AnyField[] {
  const part = PARTS.find(([, pattern]) => pattern.test(words.trim()))?.[0];
  if (part === undefined) {
    return [];
  }
  const condition = /^Trường hợp (có [^,.]{0,160}?)(?:\s+được đề nghị| thì| phải|,)/iu.exec(words.trim())?.[1];
  const when = condition === undefined ? null : capitalised(condition);
  return [field('dossierPart', { part, when }, sourceOf(paragraph, from, from + words.length))];
}
