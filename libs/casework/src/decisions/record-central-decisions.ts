import { formatLocalDate, parseLocalDate } from '@thidua/kernel';
import { centralRow, rowsOn } from '@thidua/awards';
import { newId } from '@thidua/runtime';
import type { CentralPaper, RoundRecord, RoundRowRecord } from '@thidua/store';
import { recordAwardHistory } from '../evidence/award-history';
import type { JobContext } from '../jobs/job-verb';
import { commitMoney } from '../money/move-money';
import { packOfRound } from '../rounds/round-law';
import { sentRows } from '../rounds/sent-rows';

export interface CentralEnd {
  /** Rows that came to an end. */
  readonly ended: readonly string[];
  /** Rows that still wait: of what goes up together the Prime Minister decides some, the President others (AU-08, AU-09). */
  readonly waiting: number;
}

/** What the central level decided, as its recorded papers tell it. A row a paper has answered before is not touched again. */
export async function recordCentralDecisions(context: JobContext, round: RoundRecord): Promise<CentralEnd> {
  const { deps, tx, job } = context;
  await deps.stores.roundRows.lockOfRound(tx, job.provinceId, round.id);
  const papers = (await deps.stores.central.ofRound(job.provinceId, round.id, tx)).filter((one) => one.kind === 'decision');
  if (papers.length === 0) {
    throw new Error(`round ${round.id} has no decision of the central level`);
  }
  const rows = await sentRows(deps, { provinceId: job.provinceId, round }, tx);
  const ended: string[] = [];
  for (const paper of papers) {
    ended.push(...(await endAnswered(context, { round, paper, rows })));
  }
  return { ended, waiting: rows.filter((row) => papers.every((paper) => paper.results?.[row.id] === undefined)).length };
}

interface Answer {
  readonly round: RoundRecord;
  readonly paper: CentralPaper;
  /** Rows that were sent and had no answer before. */
  readonly rows: readonly RoundRowRecord[];
}

async function endAnswered(context: JobContext, { round, paper, rows }: Answer): Promise<readonly string[]> {
  const { deps, tx, job } = context;
  const { roundRows } = deps.stores;
  const awarded = rows.filter((row) => paper.results?.[row.id] === true);
  const refused = rows.filter((row) => paper.results?.[row.id] === false);
  await insertDecisions(context, round, { paper, awarded });
  const given = await roundRows.end(tx, job.provinceId, endsOf(awarded, null), 'awarded');
  const denied = await roundRows.end(tx, job.provinceId, endsOf(refused, 'Cấp trung ương không khen thưởng.'), 'refused');
  await roundRows.setOutcome(tx, job.provinceId, round.id, given, 'awarded');
  const pack = await packOfRound(deps, round);
  await recordAwardHistory(deps, tx, { provinceId: job.provinceId, rowIds: given, pack, orgId: round.orgId, atMs: context.nowMs });
  await roundRows.setOutcome(tx, job.provinceId, round.id, denied, 'refused');
  return [...given, ...denied];
}

async function insertDecisions(
  { deps, tx, job }: JobContext,
  round: RoundRecord,
  { paper, awarded }: { readonly paper: CentralPaper; readonly awarded: readonly RoundRowRecord[] },
): Promise<void> {
  const pack = await packOfRound(deps, round);
  const [recorder] = await deps.stores.people.positionsById(job.provinceId, [paper.recordedBy], tx);
  for (const award of new Set(awarded.map((row) => row.award))) {
    const rule = centralRow(rowsOn(pack.authorities, parseLocalDate(paper.date)), award);
    if (rule === undefined || recorder === undefined) {
      throw new Error(`no central authority gives ${award} on ${paper.date}`);
    }
    const id = newId(deps.clock);
    await deps.stores.decisions.insert(tx, job.provinceId, {
      id,
      orgId: round.orgId,
      roundId: round.id,
      award,
      level: rule.level,
      role: rule.role,
      packHash: round.packHash,
      ruleId: rule.id,
      ruleFrom: formatLocalDate(rule.effectiveFrom),
      positionId: recorder.id,
      personId: recorder.personId,
      capacity: 'self',
      onBehalfOf: null,
      date: paper.date,
      external: true,
      paperId: null,
      centralPaperId: paper.id,
    });
    const rowIds = awarded.filter((row) => row.award === award).map((row) => row.id);
    await deps.stores.roundRows.setDecision(tx, job.provinceId, rowIds, id);
    await commitMoney(deps, tx, { provinceId: job.provinceId, decisionIds: [id], atMs: deps.clock.nowMs() });
  }
}

function endsOf(rows: readonly RoundRowRecord[], reason: string | null): readonly { rowId: string; reason: string | null }[] {
  return rows.map((row) => ({ rowId: row.id, reason }));
}
