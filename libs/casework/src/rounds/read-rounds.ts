import { packNotice } from '@thidua/awards';
import { mayRunRound } from '@thidua/access';
import type { RoundRowView, RoundView, RowVerdicts } from '@thidua/contract';
import { dayOf } from '@thidua/kernel';
import { verdictsOfRound } from '../evidence/verdicts-of-round';
import type { Handler } from '../handler';
import { chairTitles } from '../law/chair-titles';
import { tiersOf } from '../law/tiers-of';
import { movementRecords, recordShown } from '../movements/movement-record';
import { papersOfRound } from '../papers/papers-of';
import { openTaskViews } from '../queries/open-tasks';
import { packOfRound } from './round-law';
import { roundRowView, roundSummary } from './round-views';
import { roundFor } from './sight';

const AT_MOST = 200;

export const rounds: Handler<'rounds'> = async (deps, { actor }) => {
  const orgIds = actor.positions.map((position) => position.orgId);
  return { rounds: (await deps.stores.rounds.ofOrgs(actor.provinceId, orgIds, AT_MOST)).map(roundSummary) };
};

export const round: Handler<'round'> = async (deps, { actor, params }): Promise<RoundView> => {
  const found = await roundFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const { stores } = deps;
  const nowMs = deps.clock.nowMs();
  const [pack, tiers, titles, rows, decisions, papers, session, central] = await Promise.all([
    packOfRound(deps, found),
    tiersOf(deps, provinceId, found.orgId),
    chairTitles(deps, provinceId, found.level === 'XA' ? found.orgId : null),
    stores.roundRows.ofRound(provinceId, found.id),
    stores.decisions.ofRound(provinceId, found.id),
    papersOfRound(deps, provinceId, found.id),
    stores.sessions.ofRound(provinceId, found.id),
    stores.central.ofRound(provinceId, found.id),
  ]);
  const verdicts = await verdictsOfRound(deps, { provinceId, round: found });
  const records = await movementRecords(deps, actor, await stores.rows.ofRound(provinceId, found.id));
  return {
    ...roundSummary(found),
    rows: rows.map((row) => ({
      ...roundRowView(row, { pack, tiers, titles, decisions, nowMs }),
      ...shown(verdicts.get(row.id)),
      ...recordShown(records, row.id),
    })),
    papers: [...papers],
    sessionId: session === undefined || session.status === 'postponed' ? null : session.id,
    instanceIds: found.instanceId === null ? [] : [found.instanceId],
    openTasks: await openTaskViews(deps, actor, await stores.tasks.ofRound(provinceId, found.id)),
    central: central.map(({ id, kind, numberText, date, ground }) => ({ id, kind, numberText, date, ground })),
    may: { recordCentral: found.level === 'TINH' && mayRunRound(actor, found.standingOrgId).allowed },
    packNotice: packNotice(pack, dayOf(nowMs)).texts[0] ?? null,
  };
};

function shown(verdicts: RowVerdicts | undefined): Pick<RoundRowView, 'verdicts' | 'overall'> {
  return { verdicts: verdicts?.verdicts ?? [], overall: verdicts?.verdict ?? null };
}
