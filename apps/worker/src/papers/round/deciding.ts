import { awardOf, competence, signatureLines, type AwardRow, type OrgKind } from '@thidua/awards';
import type { RowFacts } from '@thidua/store';
import type { RoundScene } from '../scene';
import { chairOf, formalName, fullAward, headTitleOf, nameWithPlace } from '../words';
import { placesOf, type StandingScene } from './standing';

/** Who decides here, and under what name. */
export type DecidingScene = StandingScene & Pick<RoundScene, 'holder' | 'deciderRole'>;

/** The row of authority by which the round's own decider gives an award today; undefined when it is another's. */
export function ruleOf(scene: RoundScene, award: string): string | undefined {
  const { level } = scene.round;
  const verdict = competence(scene.pack, { award, level, role: scene.deciderRole, orgKind: orgKindOf(scene), date: scene.today });
  return verdict.competent ? verdict.row.id : undefined;
}

/** A unit's head has the powers of his kind of body (AU-01 to AU-03). */
function orgKindOf({ org }: RoundScene): OrgKind {
  return org.orgKind === 'enterprise' || org.orgKind === 'cooperative' ? org.orgKind : 'agency';
}

/** Who decides, in words: 'Chủ tịch Ủy ban nhân dân xã Gia Phúc', 'Hiệu trưởng Trường Trung học cơ sở Gia Phúc'. */
export function deciderOf(scene: DecidingScene): string {
  return scene.round.level === 'UNIT' ? nameWithPlace(headTitle(scene), scene.org.name) : chairOf(scene.org);
}

/** The lines above the decider's name; `deputy` when KT. signs. */
export function deciderLines(scene: DecidingScene, deputy = false): readonly string[] {
  const as = deputy ? 'KT' : 'head';
  return scene.round.level === 'UNIT'
    ? signatureLines({ office: 'unit-head', as, headTitle: headTitle(scene) })
    : signatureLines({ office: 'chair', as });
}

export function deciderName(scene: DecidingScene): string {
  return scene.holder(scene.org.id, scene.deciderRole).name;
}

function headTitle(scene: DecidingScene): string {
  const { title } = scene.holder(scene.org.id, scene.deciderRole);
  return scene.deciderRole === 'board-chair' ? title || 'Chủ tịch Hội đồng quản trị' : headTitleOf(title);
}

/** The award's full name as this decider gives it: a unit's Giấy khen carries the title of its own head. */
export function awardHere(scene: DecidingScene, award: string): string {
  const name = fullAward(scene.pack, award, placesOf(scene));
  return scene.round.level === 'UNIT' && name.startsWith('Giấy khen') ? `Giấy khen của ${deciderOf(scene)}` : name;
}

/** Danh hiệu thi đua, not a form of commendation. */
export function isTitle(scene: RoundScene, award: string): boolean {
  const row: AwardRow | undefined = awardOf(scene.pack, award);
  return row?.kind === 'title';
}

/** 'Tặng', 'Truy tặng', or both where a list holds living and dead. */
export function givingVerb(rows: readonly RowFacts[]): string {
  const dead = rows.filter((row) => row.posthumous).length;
  return dead === 0 ? 'Tặng' : dead === rows.length ? 'Truy tặng' : 'Tặng, truy tặng';
}

/** The office that prepares for the decider, as papers name its head. */
export function officeHead(scene: RoundScene): string {
  switch (scene.round.level) {
    case 'XA':
      return 'Trưởng phòng Văn hóa - Xã hội';
    case 'HUYEN':
      return 'Trưởng phòng Nội vụ';
    case 'TINH':
      return 'Giám đốc Sở Nội vụ';
    case 'UNIT':
      return 'Bộ phận thi đua, khen thưởng';
  }
}

/** The office itself: 'Phòng Văn hóa - Xã hội', 'Sở Nội vụ'. */
export function officeName(scene: RoundScene): string {
  return officeHead(scene).replace(/^(Trưởng phòng|Giám đốc) /u, (title) => (title.startsWith('Trưởng') ? 'Phòng ' : ''));
}

/** Who carries a decision out. */
export function executorsOf(scene: RoundScene): string {
  const FINANCE = {
    XA: 'Trưởng phòng Kinh tế',
    HUYEN: 'Trưởng phòng Tài chính - Kế hoạch',
    TINH: 'Giám đốc Sở Tài chính',
    UNIT: '',
  } as const;
  const { level } = scene.round;
  return level === 'UNIT'
    ? 'Các bộ phận, cá nhân có liên quan và các trường hợp có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này'
    : `Chánh Văn phòng, ${officeHead(scene)}, ${FINANCE[level]}, thủ trưởng các đơn vị có liên quan và các trường hợp có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này`;
}

/** 'Quỹ thi đua, khen thưởng của xã Gia Phúc'. */
export function fundOf(scene: RoundScene): string {
  return `Quỹ thi đua, khen thưởng của ${formalName(scene.org).replace('Ủy ban nhân dân ', '')}`;
}

/** 'từ ngày 01/01/2025 đến ngày 31/12/2025' over all rows, else the round's year (R-09 starts at its end). */
export function periodOf(scene: RoundScene, rows: readonly RowFacts[]): string {
  const from = rows.map((row) => row.achievementFrom).toSorted()[0];
  const to = rows
    .map((row) => row.achievementTo)
    .toSorted()
    .at(-1);
  const whole = rows.every((row) => row.achievementFrom !== null && row.achievementTo !== null);
  return whole && typeof from === 'string' && typeof to === 'string'
    ? `từ ngày ${slashed(from)} đến ngày ${slashed(to)}`
    : `năm ${scene.round.year}`;
}

function slashed(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${month}/${year}`;
}
