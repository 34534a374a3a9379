import type { JsonObject } from '@thidua/kernel';
import type { NomineeRow } from '@thidua/store';
import { entriesOf, textOf } from '../acts/form-data';
import { Refused } from '../refused';

export interface RowEntry {
  readonly row: NomineeRow;
  readonly entry: JsonObject;
}

/** What a form says of each open row; exactly one entry per row, and no entry of another dossier. @throws Refused form-invalid with paths */
export function rowEntries(rows: readonly NomineeRow[], data: JsonObject): readonly RowEntry[] {
  const open = rows.filter((row) => row.state === 'open');
  const entries = entriesOf(data, 'rows');
  const problems = [
    ...entries.flatMap((entry, index) => {
      const known = open.some((row) => row.id === entry['rowId']);
      const first = entries.findIndex((other) => other['rowId'] === entry['rowId']) === index;
      return known && first ? [] : [problem(`rows.${index}.rowId`, 'not-a-choice', textOf(entry, 'rowId') ?? '')];
    }),
    ...open.filter((row) => !entries.some((entry) => entry['rowId'] === row.id)).map((row) => problem('rows', 'required', row.name)),
  ];
  if (problems.length > 0) {
    throw new Refused('form-invalid', { problems });
  }
  return entries.flatMap((entry) => open.filter((row) => row.id === entry['rowId']).map((row) => ({ row, entry })));
}

export function problem(path: string, code: string, label: string, detail: JsonObject = {}): JsonObject {
  return { path, code, label, detail };
}
