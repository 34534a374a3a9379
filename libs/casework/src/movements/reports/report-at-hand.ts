import { maySeeWork, mayWorkFor, type Actor, type HeldPosition } from '@thidua/access';
import type { ReportRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { isId } from '../../papers/sight';
import { Refused } from '../../refused';
import { movementAtHand, type MovementAtHand } from '../movement-at-hand';

export interface ReportAtHand {
  readonly report: ReportRecord;
  readonly movement: MovementAtHand;
}

/**
 * Sight of a report: its own body, whoever asked for it, and every body that got a report compiled of it. Others below learn nothing.
 * @throws Refused not-found
 */
export async function reportFor(
  deps: CaseworkDeps,
  actor: Actor,
  id: string,
  kind: ReportRecord['kind'] = 'report',
): Promise<ReportAtHand> {
  const { provinceId } = actor;
  const report = isId(id) ? await deps.stores.reports.byId(provinceId, id) : undefined;
  const movement = report === undefined ? undefined : await movementAtHand(deps, provinceId, report.movementId);
  const seers = report === undefined ? [] : await deps.stores.reports.seers(provinceId, report.workId);
  if (report?.kind !== kind || movement === undefined || !maySeeWork(actor, seers).allowed) {
    throw new Refused('not-found', { what: kind });
  }
  return { report, movement };
}

/** Who may write in it, while it is with its body. @throws Refused forbidden, state-conflict */
export function demandFiller(actor: Actor, report: ReportRecord): HeldPosition {
  const verdict = mayWorkFor(actor, report.orgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { workId: report.workId });
  }
  if (!isWithBody(report)) {
    throw new Refused('state-conflict', { reason: 'report-sent', workId: report.workId });
  }
  return verdict.position;
}

export function isWithBody({ state, workStatus }: ReportRecord): boolean {
  return (state === 'open' || state === 'mend') && workStatus === 'open';
}
