import type { CouncilBody, Pack } from '@thidua/awards';
import type { JsonObject } from '@thidua/kernel';
import type { RoundRecord, RoundRowRecord } from '@thidua/store';
import { demandOutsiders } from '../intake/outsider-state';
import { demandQuotas } from '../procedure/demand-quotas';
import { demandOpinions } from '../procedure/opinions-open';
import { Refused } from '../refused';
import { packOfRound, strongestBody } from '../rounds/round-law';
import type { Act, ActContext } from './act';
import { entriesOf, textOf } from './form-data';
import { roundOfTask } from './round-of-task';

interface Verdict {
  readonly rowId: string;
  readonly verdict: 'met' | 'not-met' | 'missing-data';
  readonly note: string | null;
}

/** A finding for every row in procedure; the rows that meet the standard decide which body of the council must meet. */
export const thamDinh: Act = async (context) => {
  const { deps, tx, task, data, nowMs } = context;
  const round = await roundOfTask(context);
  const { rounds, roundRows } = deps.stores;
  await roundRows.setAside(tx, task.provinceId, round.id);
  const rows = (await roundRows.lockOfRound(tx, task.provinceId, round.id)).filter((row) => row.state === 'open' && row.outcome === null);
  const verdicts = verdictsFor(rows, entriesOf(data, 'rows'));
  const met = rows.filter((row) => verdicts.some((one) => one.rowId === row.id && one.verdict === 'met'));
  const pack = await packOfRound(deps, round);
  await demandReady(context, { round, pack, met });
  await roundRows.appraise(tx, task.provinceId, round.id, verdicts);
  const body = await bodyFor(context, { round, pack, met });
  await rounds.setStatus(tx, task.provinceId, round.id, body === 'none' ? 'deciding' : 'council', nowMs);
  return {
    variables: { councilBody: body },
    audit: { action: 'rows-appraised', facts: { roundId: round.id, met: met.length, notMet: rows.length - met.length } },
  };
};

interface Appraised {
  readonly round: RoundRecord;
  readonly pack: Pack;
  readonly met: readonly RoundRowRecord[];
}

/** The opinions that belong to an appraisal are in, and no quota is passed; those of ministries and of the party come before the submission. */
async function demandReady({ deps, tx, task, today }: ActContext, { round, pack, met }: Appraised): Promise<void> {
  const { provinceId } = task;
  const rowIds = met.map((row) => row.id);
  await demandOpinions(deps, { provinceId, round, pack, rowIds, kinds: ['agency', 'confirmation'], today }, tx);
  await demandOutsiders(deps, { provinceId, rowIds }, tx);
  await demandQuotas(deps, { provinceId, round, pack, rows: met, today }, tx);
}

/** The strongest body that the rows want. Rows of the simplified procedure want none, and stand on no agenda (law.md 13). */
async function bodyFor({ deps, tx, task, today }: ActContext, { round, pack, met }: Appraised): Promise<CouncilBody> {
  const cases = await deps.stores.cases.ofRows(
    task.provinceId,
    met.map((row) => row.id),
    tx,
  );
  const simplified = cases.filter((row) => row.procedure === 'simplified').map((row) => row.rowId);
  const ordinary = met.filter((row) => !simplified.includes(row.id));
  const body = strongestBody(
    pack,
    ordinary.map((row) => row.award),
    round.level,
    today,
  );
  if (body !== 'none') {
    await deps.stores.roundRows.setOutcome(tx, task.provinceId, round.id, simplified, 'recommended');
  }
  return body;
}

function verdictsFor(rows: readonly RoundRowRecord[], entries: readonly JsonObject[]): readonly Verdict[] {
  const problems: JsonObject[] = [];
  const verdicts = rows.flatMap((row): readonly Verdict[] => {
    const entry = entries.find((one) => one['rowId'] === row.id);
    const verdict = entry === undefined ? undefined : textOf(entry, 'verdict');
    const note = (entry === undefined ? undefined : textOf(entry, 'note')) ?? null;
    if (verdict !== 'met' && verdict !== 'not-met' && verdict !== 'missing-data') {
      problems.push({ field: 'rows', code: 'required', rowId: row.id, name: row.name });
      return [];
    }
    if (verdict !== 'met' && note === null) {
      problems.push({ field: 'rows', code: 'reason-required', rowId: row.id, name: row.name });
    }
    return [{ rowId: row.id, verdict, note }];
  });
  if (problems.length > 0) {
    throw new Refused('form-invalid', { problems });
  }
  return verdicts;
}
