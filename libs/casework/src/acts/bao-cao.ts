import { achievementHash } from '../dossiers/achievement-hash';
import { dossierOfTask } from '../dossiers/dossier-of-task';
import { rowEntries } from '../dossiers/row-entries';
import type { Act } from './act';
import { textOf } from './form-data';

/** The report on each nominee, written the first time or made good in a supplement. */
export const baoCao: Act = async (context) => {
  const { deps, tx, task, data } = context;
  const dossier = await dossierOfTask(context, ['drafting', 'supplement']);
  const rows = await deps.stores.rows.ofDossier(task.provinceId, dossier.id, tx);
  for (const { row, entry } of rowEntries(rows, data)) {
    const achievement = textOf(entry, 'achievement') ?? row.achievement;
    const amended = { id: row.id, dossierId: dossier.id, achievement, achievementHash: achievementHash(achievement), details: {} };
    await deps.stores.rows.amend(tx, task.provinceId, amended);
  }
  const action = task.step === 'supplement' ? 'dossier-supplemented' : 'report-written';
  return { variables: {}, audit: { action, facts: { dossierId: dossier.id, rows: rows.length } } };
};
