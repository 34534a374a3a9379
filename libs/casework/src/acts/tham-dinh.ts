import type { RoundRowRecord } from '@thidua/store';
import type { JsonObject } from '@thidua/kernel';
import { Refused } from '../refused';
import { packOfRound, strongestBody } from '../rounds/round-law';
import type { Act } from './act';
import { entriesOf, textOf } from './form-data';
import { roundOfTask } from './round-of-task';

interface Verdict {
  readonly rowId: string;
  readonly verdict: 'met' | 'not-met' | 'missing-data';
  readonly note: string | null;
}

/** A finding for every row in procedure; the rows that meet the standard decide which body of the council must meet. */
export const thamDinh: Act = async (context) => {
  const { deps, tx, task, data, nowMs, today } = context;
  const round = await roundOfTask(context);
  const { rounds, roundRows } = deps.stores;
  await roundRows.setAside(tx, task.provinceId, round.id);
  const rows = (await roundRows.lockOfRound(tx, task.provinceId, round.id)).filter((row) => row.state === 'open' && row.outcome === null);
  const verdicts = verdictsFor(rows, entriesOf(data, 'rows'));
  await roundRows.appraise(tx, task.provinceId, round.id, verdicts);
  const met = rows.filter((row) => verdicts.some((one) => one.rowId === row.id && one.verdict === 'met'));
  const body = strongestBody(
    await packOfRound(deps, round),
    met.map((row) => row.award),
    round.level,
    today,
  );
  await rounds.setStatus(tx, task.provinceId, round.id, body === 'none' ? 'deciding' : 'council', nowMs);
  return {
    variables: { councilBody: body },
    audit: { action: 'rows-appraised', facts: { roundId: round.id, met: met.length, notMet: rows.length - met.length } },
  };
};

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
