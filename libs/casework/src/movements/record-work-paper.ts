import type { JobVerb } from '../jobs/job-verb';
import { workOf } from './end-work';

/** The paper of a work is issued: the work remembers it by its kind. */
export const recordWorkPaper: JobVerb = async ({ deps, tx, job }) => {
  const work = await workOf(deps, job, tx);
  const { paperKind } = job.variables;
  const made = (await deps.stores.papers.ofWork(job.provinceId, work.id, tx)).findLast(
    (paper) => paper.kind === paperKind && paper.state !== 'drafted' && paper.state !== 'canceled',
  );
  if (made !== undefined) {
    const { id, numberText, numberDate } = made;
    await deps.stores.works.setFacts(tx, job.provinceId, work.id, { [`paper:${made.kind}`]: { id, numberText, numberDate } });
  }
  return {};
};
