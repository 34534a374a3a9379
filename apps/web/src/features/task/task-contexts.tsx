import type { ReactNode } from 'react';
import type { TaskView } from '@thidua/contract';
import type { Values } from '../../forms/form-data';
import { AfterContext } from '../after-decision/after-context';
import { QuotaNotes } from '../evidence/quota-notes';
import { ProcedureContext } from '../procedure/procedure-context';
import { SessionContext } from './session-context';

/** What a step lies in: quotas of its list, the session, the procedure, what came after a decision. Loaded after the form itself. */
export function TaskContexts({ task, values }: { readonly task: TaskView; readonly values: Values }): ReactNode {
  return (
    <>
      <QuotaNotes task={task} />
      <SessionContext task={task} values={values} />
      <ProcedureContext task={task} />
      <AfterContext task={task} />
    </>
  );
}
