import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { TaskView } from '@thidua/contract';
import { useRead } from '../../api/queries';
import type { Values } from '../../forms/form-data';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { SessionPlan } from '../ballot/session-plan';

/** For the council's secretary: what stands before the session as the form is being filled in, the roll and the envelopes during the count. */
export function SessionContext({ task, values }: { readonly task: TaskView; readonly values: Values }): ReactNode {
  if (task.formId === 'mo-phien' && task.roundId !== null && task.status === 'open') {
    return <Opening roundId={task.roundId} values={values} />;
  }
  return task.formId === 'kiem-phieu' ? <Counting task={task} /> : null;
}

function Opening({ roundId, values }: { readonly roundId: string; readonly values: Values }): ReactNode {
  const t = useText();
  const query = { absent: listed(values['absent']), leaveOff: listed(values['leaveOff']) };
  const plan = useRead('sessionPlan', { params: { id: roundId }, query });
  if (plan.data === undefined) {
    return <ErrorNote error={plan.error} />;
  }
  return (
    <>
      <p className="small">
        <Link to="/dot-xet/$id/phien-hop" params={{ id: roundId }}>
          {t('plan.open')}
        </Link>
      </p>
      <SessionPlan plan={plan.data} members={false} />
    </>
  );
}

function Counting({ task }: { readonly task: TaskView }): ReactNode {
  const t = useText();
  const known = task.context['sessionId'];
  const number = (key: string): number => {
    const value = task.context[key];
    return typeof value === 'number' ? value : 0;
  };
  if (typeof known !== 'string') {
    return null;
  }
  return (
    <div className="note note-blue">
      <div>
        <p>{t('count.stand', { voted: number('voted'), opinions: number('opinions'), total: number('total') })}</p>
        <p>{t('count.team', { size: number('teamSize') })}</p>
        <Link to="/phien-hop/$id" params={{ id: known }}>
          {t('session.open')}
        </Link>
      </div>
    </div>
  );
}

function listed(value: Values[string] | undefined): string {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string').join(',') : '';
}
