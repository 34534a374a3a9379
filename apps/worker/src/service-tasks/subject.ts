import type { ClaimedJob, SubjectId } from '@thidua/store';
import { GiveUp } from './outcomes';

/** What a paper job is about: the dossier of a dossier's process (which knows its round too once it is received), else the round. */
export function subjectOf(job: Pick<ClaimedJob, 'variables'>): SubjectId {
  const { dossier, round } = job.variables;
  if (typeof dossier === 'string') {
    return { dossierId: dossier };
  }
  if (typeof round === 'string') {
    return { roundId: round };
  }
  throw new GiveUp('facts-missing', 'Công việc không nêu hồ sơ hay đợt xét.');
}

export function kindsOf(job: Pick<ClaimedJob, 'headers'>): readonly string[] {
  return (job.headers['kinds'] ?? '').split(/\s+/).filter((kind) => kind !== '');
}
