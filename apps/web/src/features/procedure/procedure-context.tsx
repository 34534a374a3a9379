import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { TaskView } from '@thidua/contract';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import './procedure.css';

/** What stands beside a form of procedure: the question that is to be answered, or how many comments are still open. */
export function ProcedureContext({ task }: { readonly task: TaskView }): ReactNode {
  switch (task.formId) {
    case 'tra-loi-y-kien':
      return <Question question={task.context['question']} />;
    case 'tong-hop-gop-y':
      return <OpenComments task={task} />;
    default:
      return null;
  }
}

function Question({ question }: { readonly question: unknown }): ReactNode {
  const t = useText();
  const read = (key: string): string => {
    const value: unknown = typeof question === 'object' && question !== null ? Reflect.get(question, key) : undefined;
    return typeof value === 'string' ? value : '';
  };
  if (read('subject') === '') {
    return null;
  }
  return (
    <dl className="facts procedure-question">
      <dt>{t('procedure.ask.body')}</dt>
      <dd>
        <strong>{read('body')}</strong>
      </dd>
      <dt>{t('procedure.ask.subject')}</dt>
      <dd className="prose">{read('subject')}</dd>
      {read('dueOn') === '' ? null : (
        <>
          <dt>{t('procedure.dueDay')}</dt>
          <dd>
            {dayText(read('dueOn'))} ({read('ruleId')})
          </dd>
        </>
      )}
    </dl>
  );
}

function OpenComments({ task }: { readonly task: TaskView }): ReactNode {
  const t = useText();
  const count = (key: string): number => {
    const value: unknown = task.context[key];
    return typeof value === 'number' ? value : 0;
  };
  const open = count('open');
  return (
    <p className={open > 0 ? 'note note-amber' : 'small muted'}>
      <span>
        {t('procedure.commentsOpen', { all: count('comments'), open })}{' '}
        {task.roundId === null ? null : (
          <Link to="/dot-xet/$id" params={{ id: task.roundId }}>
            {t('procedure.notices')}
          </Link>
        )}
      </span>
    </p>
  );
}
