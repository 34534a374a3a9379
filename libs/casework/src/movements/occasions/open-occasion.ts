import { planTitle, yearOf } from '@thidua/awards';
import type { OpenOccasionBody } from '@thidua/contract';
import type { Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { once } from '../../once';
import { Refused } from '../../refused';
import { demandRunner, movementFor, type MovementAtHand } from '../movement-at-hand';
import { openWork } from '../open-work';
import { candidatesOf } from '../reports/report-candidates';
import { todayOf } from '../work-views';
import { occasionAwards } from './occasion-awards';
import { endOfWorkingDay, occasionTitle } from './occasion-words';
import { openFor, planSide, type PlanSide } from './plan-side';
import { yearsOf } from './read-offer';

/** An occasion of the plan opens with its notice; whatever plan and law leave open about it has been settled before. */
export const openOccasion: Handler<'openOccasion'> = async (deps, { actor, params, body, key }) => {
  const movement = await movementFor(deps, actor, params['id'] ?? '');
  const position = demandRunner(actor, movement);
  const { provinceId } = actor;
  const side = await planSide(deps, provinceId, movement.record.id);
  demandPlanned(side, body);
  demandDays(body, todayOf(deps));
  const asked = new Map((await candidatesOf(deps, movement)).map((one) => [one.org.id, one.asked]));
  const strangers = body.recipients.filter((id) => !asked.has(id));
  if (strangers.length > 0) {
    throw new Refused('request-invalid', { fields: [{ path: 'recipients', problem: 'not below this body', kind: 'custom' }] });
  }
  const recipients = [...new Set(body.recipients)].map((orgId) => ({ orgId, asked: asked.get(orgId) ?? 'duty' }));
  return once(deps, key, async (tx) => {
    await demandNotHeld(deps, tx, movement, body);
    const { record, standing } = movement;
    const { occasion, year, registerBy, closesOn, note, reason } = body;
    const opened = await openWork(deps, tx, {
      ...{ provinceId, movementId: record.id, kind: 'occasion', orgId: movement.org.id, askedByOrgId: standing.id },
      ...{ title: occasionTitle(record.content.name.value, occasion, year), dueOn: closesOn, occasion, year },
      facts: {
        ...{ registerBy, closesOn, recipients },
        ...(note === undefined ? {} : { note }),
        ...(reason === undefined ? {} : { reason }),
      },
      process: 'dot-khen-phong-trao',
      variables: {
        registers: registerBy !== null,
        registerAt: registerBy === null ? null : endOfWorkingDay(registerBy),
        closesAt: endOfWorkingDay(closesOn),
      },
      actor: { actor, acting: { position } },
    });
    return { workId: opened.id, code: opened.code };
  });
};

/** @throws Refused plan-choice-open · occasion-not-planned with the plan's words */
function demandPlanned({ standing, pack, conflicts }: PlanSide, { occasion, year, reason }: OpenOccasionBody): void {
  const { read, decisions } = standing;
  const open = openFor(conflicts, decisions, occasion);
  if (open.length > 0) {
    throw new Refused('plan-choice-open', {
      occasion,
      conflicts: open.map(({ path, code, plan, law }) => ({
        ...{ path, code, ruleId: law.ruleId, citation: law.citation },
        plan: `${planTitle(read)}, dòng ${String(plan.line.from)}–${String(plan.line.to)}: “${plan.quote}”`,
      })),
    });
  }
  const [from, to] = [yearOf(read.period.start ?? read.plan.date), yearOf(read.period.end)];
  const planned = yearsOf(read, occasion);
  const why =
    occasionAwards(read, occasion, pack).length === 0
      ? 'no-menu'
      : (from !== null && year < from) || (to !== null && year > to)
        ? 'outside-period'
        : planned.length > 0 && !planned.includes(year) && reason === undefined
          ? 'other-year'
          : undefined;
  if (why !== undefined) {
    throw new Refused('occasion-not-planned', { occasion, year, why, planned, plan: planTitle(read) });
  }
}

function demandDays({ registerBy, closesOn }: OpenOccasionBody, today: string): void {
  const path = registerBy !== null && registerBy < today ? 'registerBy' : closesOn <= (registerBy ?? today) ? 'closesOn' : undefined;
  if (path !== undefined) {
    throw new Refused('request-invalid', { fields: [{ path, problem: 'too early', kind: 'custom' }] });
  }
}

/** An occasion of a year is held once; what is sudden may happen again. @throws Refused occasion-held · state-conflict */
async function demandNotHeld(
  deps: CaseworkDeps,
  tx: Tx,
  { record }: MovementAtHand,
  { occasion, year }: Pick<OpenOccasionBody, 'occasion' | 'year'>,
): Promise<void> {
  const { provinceId, id } = record;
  const locked = await deps.stores.movements.lock(tx, provinceId, id);
  if (locked?.state !== 'in-force') {
    throw new Refused('state-conflict', { movementId: id, reason: 'movement-closed' });
  }
  const held = await deps.stores.works.list(provinceId, { movementId: id, kinds: ['occasion'], year }, tx);
  const same = held.find((work) => work.occasion === occasion && work.status !== 'canceled');
  if (same !== undefined && occasion !== 'ad-hoc') {
    throw new Refused('occasion-held', { workId: same.id, occasion, year });
  }
}
