import { quotaVerdicts, type EligibilityFacts, type Pack } from '@thidua/awards';
import type { RowVerdicts } from '@thidua/contract';
import { dayOf, type JsonObject, type LocalDate } from '@thidua/kernel';
import type { NomineeRow, RoundRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { packOfRound } from '../rounds/round-law';
import { judgeRows } from './verdict-views';
import { inTurn } from '../in-turn';

export interface RoundToJudge {
  readonly provinceId: string;
  readonly round: Pick<RoundRecord, 'id' | 'packHash' | 'year'>;
}

/** Verdicts of every row of a round by the pack it is pinned to. Keyed by row id. */
export async function verdictsOfRound(deps: CaseworkDeps, asked: RoundToJudge, tx?: Tx): Promise<ReadonlyMap<string, RowVerdicts>> {
  const { judged } = await judgeRound(deps, asked, tx);
  return new Map([...judged].map(([id, one]) => [id, one.verdicts]));
}

/**
 * What the appraiser sees beside the names: `verdicts` by row id, and `quotas` of the list as it stands (R-17, share of those who work
 * directly), which warn and are the signer's to weigh.
 */
export async function appraisalContext(deps: CaseworkDeps, asked: RoundToJudge): Promise<JsonObject> {
  const { pack, today, rows, judged } = await judgeRound(deps, asked);
  const list = rows
    .filter((row) => row.state === 'open')
    .map((row) => ({ id: row.id, text: row.name, award: row.award, direct: isDirect(judged.get(row.id)?.facts) }));
  const leaders = (await deps.stores.clusters.leaders(asked.provinceId, 'TINH', asked.round.year)).length;
  const quotas = quotaVerdicts(pack, list, leaders === 0 ? {} : { 'cluster-leaders': leaders }, today).map(
    ({ ruleId, verdict, text, citation, missing }): JsonObject => ({ ruleId, verdict, text, citation, missing }),
  );
  // Casework sets every optional field of a verdict, so none is undefined.
  return { verdicts: Object.fromEntries([...judged].map(([id, one]) => [id, one.verdicts as JsonObject])), quotas };
}

interface RoundJudged {
  readonly pack: Pack;
  readonly today: LocalDate;
  readonly rows: readonly NomineeRow[];
  readonly judged: ReadonlyMap<string, { readonly facts: EligibilityFacts; readonly verdicts: RowVerdicts }>;
}

async function judgeRound(deps: CaseworkDeps, { provinceId, round }: RoundToJudge, tx?: Tx): Promise<RoundJudged> {
  const { stores } = deps;
  const pack = await packOfRound(deps, round);
  const today = dayOf(deps.clock.nowMs());
  const rows = await stores.rows.ofRound(provinceId, round.id, tx);
  const dossiers = new Map(
    await inTurn(new Set(rows.map((row) => row.dossierId)), async (id) => [id, await stores.dossiers.byId(provinceId, id, tx)] as const),
  );
  const known = rows.flatMap((row) => {
    const around = dossiers.get(row.dossierId);
    return around === undefined ? [] : [{ ...row, around }];
  });
  return { pack, today, rows, judged: await judgeRows(deps, { provinceId, pack, today, rows: known }, tx) };
}

/** Those who work directly and do not lead; a body counts by nobody's labour. */
function isDirect(facts: EligibilityFacts | undefined): boolean | null {
  return facts?.labour === null || facts === undefined ? null : facts.labour === 'worker' || facts.labour === 'farmer';
}
