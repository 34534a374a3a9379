import { overallOf, severityOf, verdictsFor, type CriterionVerdict, type EligibilityFacts, type Pack } from '@thidua/awards';
import type { RowVerdicts, VerdictView } from '@thidua/contract';
import { isoOf, type LocalDate } from '@thidua/kernel';
import type { NomineeRow, Tx, VerdictOverride } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { factsFor, type Around } from './facts-for';

export interface RowsToJudge {
  readonly provinceId: string;
  readonly pack: Pack;
  readonly today: LocalDate;
  readonly rows: readonly (NomineeRow & { readonly around: Around })[];
}

/** Verdicts of rows with the overrides that still fit: what a dossier's page and the appraisal task show. Keyed by row id. */
export async function verdictsOfRows(deps: CaseworkDeps, asked: RowsToJudge, tx?: Tx): Promise<ReadonlyMap<string, RowVerdicts>> {
  return new Map([...(await judgeRows(deps, asked, tx))].map(([id, one]) => [id, one.verdicts]));
}

/** The same with the facts behind them. */
export async function judgeRows(
  deps: CaseworkDeps,
  { provinceId, pack, today, rows }: RowsToJudge,
  tx?: Tx,
): Promise<ReadonlyMap<string, { readonly facts: EligibilityFacts; readonly verdicts: RowVerdicts }>> {
  const asked = rows.map((row) => ({ key: row.id, proposal: row, around: row.around }));
  const facts = await factsFor(deps, provinceId, { asked, pack }, tx);
  const ids = rows.map((row) => row.id);
  const overrides = await deps.stores.overrides.ofRows(provinceId, ids, tx);
  return new Map(
    [...facts].map(([id, known]) => {
      const own = overrides.filter((one) => one.rowId === id);
      return [id, { facts: known, verdicts: rowVerdicts({ pack, facts: known, today, overrides: own }) }] as const;
    }),
  );
}

export interface Judged {
  readonly pack: Pack;
  readonly facts: EligibilityFacts;
  readonly today: LocalDate;
  readonly overrides: readonly VerdictOverride[];
}

export function rowVerdicts({ pack, facts, today, overrides }: Judged): RowVerdicts {
  const verdicts = verdictsFor(pack, facts, today);
  const counted = verdicts.map((one): CriterionVerdict => {
    const aside = overrideOf(overrides, one);
    return aside === undefined ? one : { ...one, verdict: 'met' };
  });
  const overall = overallOf(counted);
  return {
    verdict: overall.verdict,
    failed: overall.failed.map((one) => one.criterionId),
    missing: [...new Set(overall.open.flatMap((one) => one.missing))],
    verdicts: verdicts.map((one) => verdictView(one, { overrides, overridable: mayOverride(pack, one, today) })),
  };
}

/** Only a rule that may be set aside with a reason, and only while it stands against the proposal; hard law never. */
export function mayOverride(pack: Pack, verdict: CriterionVerdict, today: LocalDate): boolean {
  const severity = severityOf(pack, { id: verdict.ruleId, confirmed: verdict.confirmed }, today);
  return verdict.ruleId.startsWith('R-') && verdict.verdict === 'not-met' && severity === 'override';
}

/** What a finding rests on, so that a new ground wants a new override. */
export function basisOf(verdict: Pick<CriterionVerdict, 'because'>): string {
  return verdict.because
    .map((one) => `${one.kind}:${one.id}`)
    .toSorted()
    .join(' ');
}

function overrideOf(overrides: readonly VerdictOverride[], verdict: CriterionVerdict): VerdictOverride | undefined {
  return overrides.find((one) => one.ruleId === verdict.ruleId && one.basis === basisOf(verdict));
}

function verdictView(
  verdict: CriterionVerdict,
  { overrides, overridable }: { readonly overrides: readonly VerdictOverride[]; readonly overridable: boolean },
): VerdictView {
  const { ruleId, criterionId, text, citation, confirmed, because, missing, hard, group } = verdict;
  const aside = verdict.verdict === 'not-met' ? overrideOf(overrides, verdict) : undefined;
  return {
    ruleId,
    criterionId,
    verdict: verdict.verdict === 'not-met' && !hard ? 'warning' : verdict.verdict,
    text,
    citation,
    confirmed,
    because: because.map(({ kind, id, text: line }) => ({ kind, id, text: line })),
    missing: [...missing],
    hard,
    group,
    overridable,
    override: aside === undefined ? null : { reason: aside.reason, by: aside.fullName, at: isoOf(aside.at.getTime()) },
  };
}
