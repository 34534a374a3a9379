import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { awardName, awardOf, type AreaForm } from '@thidua/awards';
import { PAPER_TITLES } from '@thidua/documents';
import { shippedPack } from '../harness/shipped-law';
import { plansDocument } from '../../apps/cli/src/plans/plans-document';
import type { PlanOccasion, PlanStory } from '../../apps/cli/src/plans/plan-story';
import { PLAN_STORIES } from '../../apps/cli/src/plans/stories';

const ROOT = join(__dirname, '../..');
const FILE = join(ROOT, 'docs/plans.md');
const PACK = shippedPack('vn-2025-nd152');

/** As the places concerned write it: a tỉnh or a thành phố, a xã or a phường. */
function nameOf(award: string, { place }: PlanStory): string {
  const row = awardOf(PACK, award);
  const tiers: readonly AreaForm[] = [
    place.provinceChair.includes('thành phố') ? 'thanh-pho' : 'tinh',
    place.communeChair.includes('phường') ? 'phuong' : 'xa',
  ];
  return row === undefined ? award : awardName(row, tiers.find((tier) => row.names.some(({ area }) => area === tier)) ?? 'any', 'full');
}

function paperOf(kind: string): string {
  return new Map<string, string>([...Object.entries(PAPER_TITLES), ['bo-ho-so', 'Bộ hồ sơ']]).get(kind) ?? kind;
}

type MenuLine = readonly [occasions: string, basis: string, award: string, line: number];

/** The plan's menu as test/plans says it must read: occasion → award forms, of the three classes of a huân chương the third. */
function menuOf(file: string): ReadonlyMap<PlanOccasion, ReadonlySet<string>> {
  const { fields } = JSON.parse(readFileSync(join(ROOT, 'test/plans', file), 'utf8')) as { fields: { menu: readonly MenuLine[] } }; // our own file
  const words: readonly (readonly [PlanOccasion, string])[] = [
    ['annual', 'annual'],
    ['interim', 'interim-review'],
    ['final', 'final-review'],
  ];
  // A list that names no occasion is of tổng kết: so people settle it in the story.
  const isOf = (occasions: string, word: string): boolean =>
    occasions.split('+').includes(occasions === 'unspecified' && word === 'final-review' ? 'unspecified' : word);
  return new Map(
    words.map(([occasion, word]) => {
      const lines = fields.menu.filter(([occasions]) => isOf(occasions, word));
      const open = lines.filter(([, basis]) => basis === 'level-open').slice(1);
      return [occasion, new Set(lines.filter((line) => !open.includes(line)).map(([, , award]) => award.replace(/^HCLD[12]$/, 'HCLD3')))];
    }),
  );
}

describe('the five plans', () => {
  it.each(PLAN_STORIES.map((story, at) => [story.key, story, `seed-00${at}.expected.json`] as const))(
    '%s: every award form of every occasion of the menu is proposed, and what is refused is not on it',
    (_key, { occasions }, file) => {
      const menu = menuOf(file);
      expect(Object.fromEntries(occasions.map(({ occasion, awards }) => [occasion, [...awards].sort()]))).toEqual(
        Object.fromEntries([...menu].filter(([, awards]) => awards.size > 0).map(([occasion, awards]) => [occasion, [...awards].sort()])),
      );
      expect(occasions.filter(({ occasion, refused }) => menu.get(occasion)?.has(refused) === true)).toEqual([]);
    },
  );

  it('stand in docs/plans.md as they are played (DOCS=write renews it)', () => {
    const text = plansDocument(PLAN_STORIES, { paper: paperOf, award: nameOf });
    if (process.env['DOCS'] === 'write') {
      writeFileSync(FILE, text);
    }
    expect(readFileSync(FILE, 'utf8')).toBe(text);
  });
});
