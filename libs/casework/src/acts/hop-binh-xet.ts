import type { JsonObject } from '@thidua/kernel';
import { dossierOfTask } from '../dossiers/dossier-of-task';
import { problem, rowEntries } from '../dossiers/row-entries';
import { Refused } from '../refused';
import type { Act } from './act';
import { numberOf } from './form-data';

/** What the unit's meeting said of each nominee; nobody can have voted who was not there. */
export const hopBinhXet: Act = async (context) => {
  const { deps, tx, task, data } = context;
  const dossier = await dossierOfTask(context, ['drafting', 'supplement']);
  const entries = rowEntries(await deps.stores.rows.ofDossier(task.provinceId, dossier.id, tx), data);
  const [invited, present] = [numberOf(data, 'invited'), numberOf(data, 'present')];
  const problems = [
    ...(present > invited ? [problem('present', 'too-large', 'Số người có mặt', { max: invited })] : []),
    ...entries.flatMap(({ row, entry }, index) =>
      votesOf(entry) > present ? [problem(`rows.${index}.yes`, 'too-large', row.name, { max: present, votes: votesOf(entry) })] : [],
    ),
  ];
  if (problems.length > 0) {
    throw new Refused('form-invalid', { problems });
  }
  for (const { row, entry } of entries) {
    const review = { yes: numberOf(entry, 'yes'), no: numberOf(entry, 'no'), blank: numberOf(entry, 'blank'), present, invited };
    await deps.stores.rows.amend(tx, task.provinceId, { id: row.id, dossierId: dossier.id, details: { review } });
  }
  return { variables: {}, audit: { action: 'review-meeting-recorded', facts: { dossierId: dossier.id, invited, present } } };
};

function votesOf(entry: JsonObject): number {
  return numberOf(entry, 'yes') + numberOf(entry, 'no') + numberOf(entry, 'blank');
}
