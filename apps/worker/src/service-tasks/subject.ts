import type { ClaimedJob, SubjectId } from '@thidua/store';
import { GiveUp } from './outcomes';

/** What a paper job is about: what its instance is about, whatever messages have brought into its variables since. */
export function subjectOf({ dossierId, roundId }: Pick<ClaimedJob, 'dossierId' | 'roundId'>): SubjectId {
  if (dossierId !== null) {
    return { dossierId };
  }
  if (roundId !== null) {
    return { roundId };
  }
  throw new GiveUp('facts-missing', 'Công việc không nêu hồ sơ hay đợt xét.');
}

export function kindsOf(job: Pick<ClaimedJob, 'headers'>): readonly string[] {
  return (job.headers['kinds'] ?? '').split(/\s+/).filter((kind) => kind !== '');
}
