import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStatisticTable, type StatisticTable } from '@thidua/awards';
import { compareDates, type LocalDate } from '@thidua/kernel';
import { demand } from '../install/bad-workflow-file';
import { repositoryRoot } from '../install/read-workflow-files';

/** As they are listed; others behind, by id. */
const ORDER = ['phong-trao', 'hinh-thuc', 'doi-tuong', 'don-vi', 'thoi-gian', 'thuc-hien'];

let kept: readonly StatisticTable[] | undefined;

/** The tables in force on a day, each in its newest version: ours first, then those of the ministry. @throws BadWorkflowFile */
export function tablesOn(day: LocalDate): readonly StatisticTable[] {
  kept ??= readTables();
  const inForce = kept.filter(
    ({ effectiveFrom, effectiveTo }) =>
      compareDates(effectiveFrom, day) <= 0 && (effectiveTo === null || compareDates(day, effectiveTo) <= 0),
  );
  return inForce.filter((table) => !inForce.some((other) => other.id === table.id && other.number > table.number)).toSorted(byRank);
}

function readTables(): readonly StatisticTable[] {
  const folder = join(repositoryRoot(), 'workflows', 'statistics');
  return readdirSync(folder).flatMap((id) =>
    readdirSync(join(folder, id))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => demand(`statistics ${id}/${file}`, readStatisticTable(readFileSync(join(folder, id, file), 'utf8')))),
  );
}

function byRank(a: StatisticTable, b: StatisticTable): number {
  const rank = ({ id, family }: StatisticTable): number => (family === 'ministry' ? 100 : ORDER.includes(id) ? ORDER.indexOf(id) : 99);
  return rank(a) - rank(b) || (a.id < b.id ? -1 : 1);
}
