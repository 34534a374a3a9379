import { useMemo } from 'react';
import type { RowView, TaskView } from '@thidua/contract';
import type { FormSchema } from '@thidua/contract/forms';
import { useRead } from '../../api/queries';
import type { Values } from '../../forms/form-data';

export type TaskRow = RowView & { readonly dossierCode?: string; readonly orgName?: string };

const NONE: readonly TaskRow[] = [];

/** The nominee rows the task is about: those of its hồ sơ, or of its đợt xét. */
export function useTaskRows(task: TaskView): readonly TaskRow[] {
  const dossier = useRead('dossier', { params: { id: task.dossierId ?? '' } }, { enabled: task.dossierId !== null });
  const round = useRead('round', { params: { id: task.roundId ?? '' } }, { enabled: task.roundId !== null && task.dossierId === null });
  return task.dossierId === null ? (round.data?.rows ?? NONE) : (dossier.data?.rows ?? NONE);
}

/** Where the server gives no rows for a form's list, the open rows stand in, with the names the form shows. */
export function rowsForForm(schema: FormSchema, task: TaskView, rows: readonly TaskRow[]): Values {
  const list = schema.components.find((field) => field.type === 'dynamiclist');
  const given = list?.key === undefined ? undefined : task.values[list.key];
  if (list?.key === undefined || (Array.isArray(given) && given.length > 0)) {
    return {};
  }
  const keys = new Set(list.entry?.map((field) => field.key));
  const open = rows.filter((row) => row.state === 'open');
  return {
    [list.key]: open.map((row) => ({
      rowId: row.id,
      ...(keys.has('name') ? { name: row.name } : {}),
      ...(keys.has('awardName') ? { awardName: row.awardName } : {}),
      ...(keys.has('achievement') ? { achievement: row.achievement } : {}),
    })),
  };
}

/** Sum of what the open rows would be paid, when every one of them has its amount. */
export function useTotal(rows: readonly TaskRow[]): number | null {
  return useMemo(
    () => (rows.some((row) => row.rewardAmount === null) ? null : rows.reduce((sum, row) => sum + (row.rewardAmount ?? 0), 0)),
    [rows],
  );
}
