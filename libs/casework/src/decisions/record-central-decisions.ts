import { formatLocalDate, parseLocalDate } from '@thidua/kernel';
import { rowsOn, type AuthorityRow } from '@thidua/awards';
import { newId } from '@thidua/runtime';
import type { CentralPaper, RoundRecord, RoundRowRecord } from '@thidua/store';
import { recordAwardHistory } from '../evidence/award-history';
import type { JobContext } from '../jobs/job-verb';
import { commitMoney } from '../money/move-money';
import { packOfRound } from '../rounds/round-law';
import { sentRows } from '../rounds/sent-rows';

/** What the central level decided, as its recorded paper tells it; answers the rows that came to an end. */
export async function recordCentralDecisions(context: JobContext, round: RoundRecord): Promise<readonly string[]> {
  const { deps, tx, job } = context;
  const { central, roundRows } = deps.stores;
  await roundRows.lockOfRound(tx, job.provinceId, round.id);
  const paper = (await central.ofRound(job.provinceId, round.id, tx)).findLast((one) => one.kind === 'decision');
  if (paper === undefined) {
    throw new Error(`round ${round.id} has no decision of the central level`);
  }
  const rows = await sentRows(deps, { provinceId: job.provinceId, round }, tx);
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
    const rule = centralRule(rowsOn(pack.authorities, parseLocalDate(paper.date)), award);
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
    });
    const rowIds = awarded.filter((row) => row.award === award).map((row) => row.id);
    await deps.stores.roundRows.setDecision(tx, job.provinceId, rowIds, id);
    await commitMoney(deps, tx, { provinceId: job.provinceId, decisionIds: [id], atMs: deps.clock.nowMs() });
  }
}

function centralRule(rules: readonly AuthorityRow[], award: string): AuthorityRow | undefined {
  return rules.find((rule) => rule.awards.includes(award) && (rule.level === 'TTG' || rule.level === 'CTN'));
}

function endsOf(rows: readonly RoundRowRecord[], reason: string | null): readonly { rowId: string; reason: string | null }[] {
  return rows.map((row) => ({ rowId: row.id, reason }));
}
