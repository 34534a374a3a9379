import type { MovementList } from '@thidua/contract';
import type { Movement, Pack } from '@thidua/awards';
import { dayOf } from '@thidua/kernel';
import type { DossierOccasion } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { movementMenu, openMenu, type MenuLine } from '../dossiers/menu';
import type { Handler } from '../handler';
import { chairTitles } from '../law/chair-titles';
import { deciderTitle, decidingRow } from '../law/deciding-row';
import { nameOfAward } from '../law/names';
import { packIfAny } from '../law/pack-of';
import { tiersOf } from '../law/tiers-of';

type View = MovementList['movements'][number];
type Award = MovementList['withoutMovement'][number]['awards'][number];

const LABELS: readonly (readonly [DossierOccasion, string])[] = [
  ['annual', 'Thường niên'],
  ['interim', 'Sơ kết'],
  ['final', 'Tổng kết'],
  ['unspecified', 'Theo danh mục chung của kế hoạch'],
];
const AUDIENCES: Readonly<Record<string, string>> = {
  agency: 'Cơ quan, đơn vị',
  enterprise: 'Doanh nghiệp, hợp tác xã',
  individual: 'Cá nhân',
  front: 'Mặt trận Tổ quốc và các tổ chức chính trị - xã hội',
  other: 'Đối tượng khác',
};

/** Movements whose plans reach the actor's organisations, and what may be proposed without one. */
export const movements: Handler<'movements'> = async (deps, { actor }) => {
  await deps.law.refresh();
  const { provinceId } = actor;
  const pack = packIfAny(deps.law, dayOf(deps.clock.nowMs()), provinceId)?.pack;
  const orgs = new Map((await deps.stores.people.orgs(provinceId)).map((org) => [org.id, org]));
  const mine = new Set(actor.positions.flatMap(({ orgId }) => [orgId, orgs.get(orgId)?.parentId ?? orgId]));
  const above = actor.positions.some((position) => position.level === 'TINH');
  const commune = [...mine].find((id) => orgs.get(id)?.level === 'XA') ?? null;
  const titles = await chairTitles(deps, provinceId, commune);
  const tiers = await tiersOf(deps, provinceId, commune ?? actor.positions[0]?.orgId ?? '');
  const lineOf = awardLine(deps, pack, titles, tiers);
  const seen = deps.law
    .movements(provinceId)
    .filter((movement) => deps.law.standing(provinceId, movement.id)?.state !== 'closed')
    .filter((movement) => above || mine.has(deps.law.ownerOf(provinceId, movement.id) ?? ''));
  return {
    movements: pack === undefined ? [] : seen.map((movement) => movementView(movement, pack, lineOf)),
    withoutMovement:
      pack === undefined
        ? []
        : [
            { occasion: 'annual', label: 'Thi đua thường niên', awards: openMenu('annual', pack).map(lineOf) },
            { occasion: 'ad-hoc', label: 'Khen thưởng đột xuất', awards: openMenu('ad-hoc', pack).map(lineOf) },
          ],
  };
};

function awardLine(
  { clock }: CaseworkDeps,
  pack: Pack | undefined,
  titles: Readonly<Partial<Record<string, string>>>,
  tiers: readonly string[],
): (line: MenuLine) => Award {
  return ({ award, line }) => ({
    code: award,
    name: nameOfAward(pack, award, tiers, 'full'),
    decider: pack === undefined ? '' : deciderTitle(decidingRow(pack, award, dayOf(clock.nowMs()))?.level, titles),
    line,
  });
}

function movementView(movement: Movement, pack: Pack, lineOf: (line: MenuLine) => Award): View {
  const { id, name, launcher, period, plan, criteria, dossierParts } = movement;
  const occasions = LABELS.map(([occasion, label]) => ({ occasion, label, awards: movementMenu(movement, occasion, pack).map(lineOf) }));
  return {
    id,
    name: name.value,
    launcher: launcher.body,
    period: [period.start, period.end].filter((part) => part !== null).join(' - '),
    occasions: occasions.filter((one) => one.awards.length > 0),
    criteria: criteria.map(({ audience, quote, line }) => ({ audience: AUDIENCES[audience] ?? audience, text: quote, line: line.from })),
    dossierParts: dossierParts.map((part) => part.part),
    source: plan.number === null ? plan.title : `${plan.number}: ${plan.title}`,
  };
}
