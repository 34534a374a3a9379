import { Suspense, type ReactNode } from 'react';
import { useRead } from '../../api/queries';
import { Loading } from '../../pieces/loading';
import { WORK_PANELS } from './work-panels';
import './work-of-task.css';

/** Steps that are done in the panel itself or need its sight, by kind of work: nobody has to look for it elsewhere. */
const ON_TASK: Readonly<Record<string, readonly string[]>> = {
  report: ['submission', 'sign', 'intake'],
  'report-call': ['intake', 'appraisal'],
  'unit-plan': ['launch', 'consultation'],
  occasion: ['intake'],
  registration: ['launch', 'sign', 'submission'],
};

/** What a task of a movement is about, where it is done on the same page. */
export function WorkOfTask({ workId, step }: { readonly workId: string; readonly step: string }): ReactNode {
  const read = useRead('movementWork', { params: { id: workId } });
  const work = read.data;
  const Panel = work === undefined || ON_TASK[work.kind]?.includes(step) !== true ? undefined : WORK_PANELS[work.kind];
  return work === undefined || Panel === undefined ? null : (
    <div className="work-of-task">
      <Suspense fallback={<Loading />}>
        <Panel work={work} onChanged={() => void read.refetch()} />
      </Suspense>
    </div>
  );
}
