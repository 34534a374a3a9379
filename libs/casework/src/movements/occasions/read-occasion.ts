import type { OccasionView } from '@thidua/contract';
import { textOf } from '../../acts/form-data';
import type { Handler } from '../../handler';
import { nameOfAward } from '../../law/names';
import { Refused } from '../../refused';
import { partiesOf, workFor } from '../movement-at-hand';
import { awardLine, occasionAwards } from './occasion-awards';
import { planSide } from './plan-side';
import { aboutOf, answerOf, askedOf } from './registration-facts';
import { viewAround } from './view-around';

/** An occasion from the office that holds it: who was invited, who registered to win what, who handed in. */
export const movementOccasion: Handler<'movementOccasion'> = async (deps, { actor, params }): Promise<OccasionView> => {
  const { work, movement } = await workFor(deps, actor, params['id'] ?? '');
  if (work.kind !== 'occasion') {
    throw new Refused('not-found', { what: 'occasion' });
  }
  const { provinceId } = actor;
  const { stores } = deps;
  const side = await planSide(deps, provinceId, work.movementId);
  const around = await viewAround(deps, side, movement.org);
  const units = await stores.works.list(provinceId, { parentId: work.id, kinds: ['registration'] });
  const rows = await stores.registrations.ofOccasion(provinceId, work.id);
  const dossiers = await stores.registrations.dossiersOf(provinceId, aboutOf(work));
  const sees = new Set(actor.positions.map((position) => position.orgId));
  const answered = new Set(units.filter((unit) => answerOf(unit) === 'registered').map((unit) => unit.id));
  const counted = rows.filter((row) => answered.has(row.workId));
  return {
    ...{ workId: work.id, movementId: work.movementId, occasion: work.occasion ?? 'annual', year: work.year ?? 0 },
    registerBy: textOf(work.facts, 'registerBy') ?? null,
    closesOn: textOf(work.facts, 'closesOn') ?? null,
    roundId: textOf(work.facts, 'round') ?? null,
    roundCode: textOf(work.facts, 'roundCode') ?? null,
    awards: occasionAwards(side.standing.read, work.occasion ?? 'annual', side.pack).map((one) => awardLine(one, around)),
    counts: [...new Set(counted.map((row) => row.award))].map((award) => ({
      award,
      name: nameOfAward(side.pack, award, around.tiers, 'full'),
      ...countsOf(counted.filter((row) => row.award === award).map((row) => row.kind)),
    })),
    units: units
      .filter((unit) => partiesOf(unit, movement).some((id) => sees.has(id)))
      .map((unit) => ({
        ...{ workId: unit.id, orgName: unit.orgName, asked: askedOf(unit), answer: answerOf(unit) },
        registered: rows.filter((row) => row.workId === unit.id).length,
        dossiers: dossiers.filter((one) => one.orgId === unit.orgId && one.status !== 'drafting').length,
        reason: textOf(unit.facts, 'answerReason') ?? textOf(unit.facts, 'proposesReason') ?? null,
      }))
      .toSorted((a, b) => a.orgName.localeCompare(b.orgName, 'vi')),
  };
};

function countsOf(kinds: readonly string[]): { collectives: number; individuals: number; households: number } {
  const of = (wanted: string): number => kinds.filter((kind) => kind === wanted).length;
  return { collectives: of('collective'), individuals: of('individual'), households: of('household') };
}
