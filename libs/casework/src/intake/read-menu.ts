import { awardOf, rowsOn, type AwardRow, type Pack } from '@thidua/awards';
import { mayPropose, type Actor } from '@thidua/access';
import type { IntakeMenu } from '@thidua/contract';
import { addDays, dayOf, formatLocalDate, type LocalDate } from '@thidua/kernel';
import { today } from '@thidua/runtime';
import type { DossierOccasion, DossierRoute } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { awardVerdict, fitting, isOfCluster, typesOf, type MenuAsk } from '../dossiers/menu';
import type { Handler } from '../handler';
import { chairTitles } from '../law/chair-titles';
import { deciderTitle } from '../law/deciding-row';
import { nameOfAward } from '../law/names';
import { packOn } from '../law/pack-of';
import { tiersOf } from '../law/tiers-of';
import { Refused } from '../refused';
import { menuAsk } from './checked-rows';
import { intakePlace, type IntakePlace } from './intake-place';
import { communeOf, movementOf } from './new-dossier';
import { proposerOf } from './proposer';
import { groundCitation, SIMPLIFIED_GROUNDS, type SimplifiedGround } from './simplified';

export interface MenuWanted {
  readonly orgId: string;
  readonly movementId?: string | undefined;
  readonly underMovementId?: string | undefined;
  readonly occasion: DossierOccasion;
  readonly year: number;
  readonly route?: DossierRoute | undefined;
}

export interface MenuAtHand {
  readonly place: IntakePlace;
  readonly pack: Pack;
  readonly ask: MenuAsk;
  readonly tiers: readonly string[];
  readonly route: DossierRoute;
}

/** The menu of a body for an occasion, for those who may propose for it. @throws Refused forbidden, not-found, no-receiver, no-pack-in-force */
export async function menuAtHand(deps: CaseworkDeps, actor: Actor, wanted: MenuWanted): Promise<MenuAtHand> {
  const { provinceId } = actor;
  const day = dayOf(deps.clock.nowMs());
  const place = await intakePlace(deps, { provinceId, orgId: wanted.orgId, day });
  if (!mayPropose(actor, wanted.orgId, place.desk.id).allowed) {
    throw new Refused('forbidden', { orgId: wanted.orgId });
  }
  await deps.law.refresh();
  const { pack } = packOn(deps.law, day, provinceId);
  const movement = movementOf(deps, provinceId, wanted.movementId, place);
  const { occasion, year, route = 'upper', underMovementId: underId } = wanted;
  const ask = await menuAsk(deps, undefined, { provinceId, place, pack, movement, underId, occasion, year, route, day });
  return { place, pack, ask, tiers: await tiersOf(deps, provinceId, place.submitter.id), route };
}

/** What a body may propose on an occasion, who receives and who decides it; what it may not, and by which row. */
export const intakeMenu: Handler<'intakeMenu'> = async (deps, { actor, query }): Promise<IntakeMenu> => {
  const { place, pack, ask, tiers, route } = await menuAtHand(deps, actor, query);
  const types = typesOf(ask.movement, ask.occasion);
  const titles = await titlesFor(deps, actor.provinceId, place);
  const codes = [...new Set(rowsOn(pack.awards, ask.day).map((row) => row.award))];
  return {
    orgName: place.submitter.name,
    route,
    receiver: route === 'own' ? null : place.receiver.name,
    desk: route === 'own' ? null : place.desk.name,
    mayDecideItself: proposerOf(place, 'own', new Set()).headOf !== null,
    types: [...types],
    chain: (ask.chain?.standing.links ?? []).map(({ id, name, launcher, launcherBody, years }) => ({
      id,
      name,
      launcher,
      launcherBody,
      years,
    })),
    under: ask.chain?.link.id ?? null,
    grounds: (Object.keys(SIMPLIFIED_GROUNDS) as SimplifiedGround[]) // keys of a const record are its literal keys
      .map((ground) => ({
        ground,
        types: SIMPLIFIED_GROUNDS[ground].types.filter((type) => types.includes(type)),
        citation: groundCitation(pack, ground),
      }))
      .filter((one) => one.types.length > 0),
    awards: codes.flatMap((code) => {
      const award = awardOf(pack, code);
      return award === undefined
        ? []
        : [awardLine({ award, ask, place, titles, name: nameOfAward(pack, code, tiers, 'full'), due: dueOf(deps, ask, place, code) })];
    }),
  };
};

interface LineFacts {
  readonly award: AwardRow;
  readonly ask: MenuAsk;
  readonly place: IntakePlace;
  readonly titles: Readonly<Partial<Record<string, string>>>;
  readonly name: string;
  readonly due: IntakeMenu['awards'][number]['due'];
}

function awardLine({ award, ask, titles, name, due }: LineFacts): IntakeMenu['awards'][number] {
  const verdict = awardVerdict(ask, award.award);
  const types = fitting(award, typesOf(ask.movement, ask.occasion));
  return {
    code: award.award,
    name,
    kinds: [...award.nominees],
    types: [...types],
    decider: deciderOf(ask, award.award, titles),
    line: verdict.allowed ? verdict.line : null,
    due,
    ofCluster: types.some((type) => isOfCluster(ask.pack, award.award, type)),
    posthumous: award.kind === 'form' && award.nominees.includes('individual'),
    refusal: verdict.allowed ? null : { reason: verdict.reason, ruleId: verdict.ruleId, citation: verdict.citation },
  };
}

/** The row that decides on this body's own road: its head, or the nearest government above. */
function deciderOf({ pack, day, proposer }: MenuAsk, award: string, titles: LineFacts['titles']): IntakeMenu['awards'][number]['decider'] {
  const rows = rowsOn(pack.authorities, day).filter((row) => row.awards.includes(award));
  const onRoad = rows.filter((row) => (proposer.route === 'own' ? row.level === 'UNIT' : proposer.levels.has(row.level)));
  const home = awardOf(pack, award)?.level;
  const row = onRoad.find((one) => one.level === home) ?? onRoad[0] ?? rows[0];
  return {
    title: deciderTitle(row?.level, titles),
    ruleId: row?.id ?? '',
    citation: row?.citation ?? '',
    confirmed: row?.confirmed ?? false,
  };
}

async function titlesFor(deps: CaseworkDeps, provinceId: string, place: IntakePlace): Promise<LineFacts['titles']> {
  const [head] = await deps.stores.people.holders(provinceId, { orgId: place.submitter.id, role: 'head' }, today(deps.clock));
  return { ...(await chairTitles(deps, provinceId, communeOf(place))), ...(head === undefined ? {} : { UNIT: head.title }) };
}

/** The last day of the limit that the receiving level has for deciding the award itself. */
function dueOf({ calendars }: CaseworkDeps, { pack, day }: MenuAsk, { receiver, desk }: IntakePlace, award: string): LineFacts['due'] {
  const row = rowsOn(pack.limits, day).find(
    (one) => one.kind === 'within' && one.level === receiver.level && one.startsAt !== 'event' && one.awards.includes(award),
  );
  if (row === undefined || row.amount.unit === 'month') {
    return null;
  }
  const { value, unit } = row.amount;
  const calendar = calendars.of(receiver.provinceId, desk.id);
  const on: LocalDate = unit === 'working-day' ? calendar.addWorkingDays(day, value) : calendar.rollForward(addDays(day, value));
  return { on: formatLocalDate(on), ruleId: row.id, citation: row.citation, confirmed: row.confirmed };
}
