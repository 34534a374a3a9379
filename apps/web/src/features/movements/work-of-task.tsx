import { Suspense, type ReactNode } from 'react';
import { useRead } from '../../api/queries';
import { Loading } from '../../pieces/loading';
import { WORK_PANELS } from './work-panels';

/** Kinds whose panel is small enough to be filled in on the page of the task that finishes it. */
const ON_TASK = ['report'];

/** What a task of a movement is about, where it is done on the same page: nobody has to look for the form. */
export function WorkOfTask({ workId }: { readonly workId: string }): ReactNode {
  const read = useRead('movementWork', { params: { id: workId } });
  const work = read.data;
  const Panel = work === undefined || !ON_TASK.includes(work.kind) ? undefined : WORK_PANELS[work.kind];
  return work === undefined || Panel === undefined ? null : (
    <Suspense fallback={<Loading />}>
      <Panel work={work} onChanged={() => void read.refetch()} />
    </Suspense>
  );
}
