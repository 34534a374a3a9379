import { limitFor } from '@thidua/awards';
import { dayOf, formatLocalDate, instantOf, isoOf, type JsonObject, type LocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { DecisionRecord, PaperMark, RevocationRecord } from '@thidua/store';
import { cancelAwardHistory } from '../evidence/award-history';
import { packOn } from '../law/pack-of';
import type { JobContext, JobVerb } from '../jobs/job-verb';
import { returnMoney } from '../money/move-money';
import { caseOfJob, revokingPaper } from './case-at-hand';
import { GROUND_TEXTS } from './grounds';

/** Items and money go back within this limit (ND152 58). */
export const RECOVERY_LIMIT = 'T-24';
const RECOVERY_DAYS = 15;

/** What took the award back: our decider's numbered decision, or the recorded paper of the central level. */
interface Act {
  readonly title: string;
  readonly number: string | null;
  readonly date: string;
  readonly body: string;
  readonly paperId: string | null;
}

/** The award is taken back: rows, decision, certificates, their marks, and the clock for what must come back (T-24). */
export const revokeAward: JobVerb = async (context) => {
  const { deps, tx, job, nowMs } = context;
  const found = await caseOfJob(context);
  const { provinceId } = job;
  const act = await actOf(context, found);
  const rows = await deps.stores.revocations.rows(provinceId, found.id, tx);
  const reason = `${GROUND_TEXTS[found.ground]} (${act.title} số ${act.number ?? '…'}).`;
  for (const { rowId } of rows) {
    await deps.stores.rows.setState(tx, provinceId, rowId, { state: 'revoked', reason });
  }
  await cancelAwardHistory(deps, tx, { provinceId, rowIds: rows.map((row) => row.rowId), by: null, atMs: nowMs, reason });
  await returnMoney(deps, tx, { provinceId, rowIds: rows.map((row) => row.rowId), atMs: nowMs, paperId: act.paperId });
  const [decision] = await deps.stores.decisions.byIds(provinceId, [found.decisionId], tx);
  const whole = await cancelDecision(context, found);
  if (decision !== undefined) {
    await markPapers(context, { decision, whole, act, rowIds: rows.map((row) => row.rowId) });
  }
  const due = rows.some((row) => row.itemDue || row.moneyDue > 0);
  const last = recoverBy(context, dayOf(nowMs));
  const status = due ? ('recovering' as const) : ('recovered' as const);
  await deps.stores.revocations.setStatus(tx, provinceId, found.id, { status, revokedOn: act.date, recoverBy: formatLocalDate(last) });
  const facts: JsonObject = { revocationId: found.id, rowIds: rows.map((row) => row.rowId), whole, paperId: act.paperId };
  await deps.stores.trail.append(tx, provinceId, {
    subjectType: 'dossier',
    subjectId: found.dossierId ?? found.id,
    atMs: nowMs,
    action: 'award-revoked',
    facts,
  });
  return { hasRecovery: due, recoverBy: isoOf(instantOf(last, 17)) };
};

async function actOf({ deps, tx, job }: JobContext, found: RevocationRecord): Promise<Act> {
  if (found.path === 'central') {
    const paper = (await deps.stores.revocations.papers(job.provinceId, found.id, tx)).findLast((one) => one.kind === 'decision');
    if (paper === undefined) {
      throw new Error(`case ${found.code} has no decision of the central level`);
    }
    return { title: 'Quyết định', number: paper.numberText, date: paper.date, body: paper.body, paperId: null };
  }
  const paper = await revokingPaper(deps, tx, job);
  if (paper?.numberText === undefined || paper.numberText === null) {
    throw new Error(`case ${found.code} has no numbered decision`);
  }
  return { title: 'Quyết định', number: paper.numberText, date: paper.numberDate ?? '', body: paper.orgName, paperId: paper.id };
}

/** True when no row of the decision stands any more: then the whole decision is cancelled. */
async function cancelDecision({ deps, tx, job, nowMs }: JobContext, { decisionId }: RevocationRecord): Promise<boolean> {
  const left = (await deps.stores.decisions.rowIds(job.provinceId, decisionId, tx)).filter((row) => row.state === 'awarded');
  if (left.length > 0) {
    return false;
  }
  await deps.stores.decisions.setCanceled(tx, job.provinceId, decisionId, nowMs);
  return true;
}

interface Marking {
  readonly decision: DecisionRecord;
  readonly whole: boolean;
  readonly act: Act;
  readonly rowIds: readonly string[];
}

/** The decision and the certificates are not touched; whoever reads or verifies them is told. */
async function markPapers({ deps, tx, job, nowMs }: JobContext, { decision, whole, act, rowIds }: Marking): Promise<void> {
  const { paperChanges, papers } = deps.stores;
  const about = await papers.ofDecision(job.provinceId, decision.id, tx);
  const mark = (paperId: string, kind: PaperMark['kind']): Promise<void> =>
    paperChanges.mark(tx, job.provinceId, newId(deps.clock), {
      paperId,
      kind,
      byTitle: act.title,
      byNumber: act.number,
      byDate: act.date,
      byBody: act.body,
      byPaperId: act.paperId,
      atMs: nowMs,
    });
  for (const paper of about) {
    const certificate = paper.rowId !== null;
    if (certificate && !rowIds.includes(paper.rowId)) {
      continue;
    }
    if (certificate || whole) {
      await paperChanges.cancelPaper(tx, job.provinceId, paper.id);
    }
    await mark(paper.id, certificate || whole ? 'revoked' : 'revoked-in-part');
  }
}

function recoverBy({ deps, job }: JobContext, today: LocalDate): LocalDate {
  const { pack } = packOn(deps.law, today, job.provinceId);
  const amount = limitFor(pack, RECOVERY_LIMIT)?.amount;
  const days = amount?.unit === 'working-day' ? amount.value : RECOVERY_DAYS;
  return deps.calendars.of(job.provinceId).addWorkingDays(today, days);
}
