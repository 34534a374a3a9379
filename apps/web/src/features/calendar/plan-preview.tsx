import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { CalendarPlanPreview } from '@thidua/contract';
import { dayText, instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';

/** Due days that would move, told before anything is saved; or why the days cannot be so. */
export function PlanPreview({ preview }: { readonly preview: CalendarPlanPreview }): ReactNode {
  const t = useText();
  if (preview.problems.length > 0) {
    return (
      <div className="note note-red" role="alert">
        <div>
          <strong>{t('days.problems')}</strong>
          <ul>
            {preview.problems.map(({ date, code }) => (
              <li key={`${date}/${code}`}>
                {dayText(date)}: {t(`days.problem.${code}`)}
              </li>
            ))}
          </ul>
        </div>
      </div>
    );
  }
  const byDays = preview.moved.filter((task) => task.byDays).length;
  return (
    <>
      <p role="status">
        {preview.moved.length === 0
          ? t('days.noneMoves', { tasks: preview.tasks })
          : t(byDays === preview.moved.length ? 'days.allMove' : 'days.moves', {
              moved: preview.moved.length,
              tasks: preview.tasks,
              byDays,
              pending: preview.moved.length - byDays,
            })}
      </p>
      {preview.moved.length === 0 ? null : <Moved moved={preview.moved} />}
    </>
  );
}

function Moved({ moved }: { readonly moved: CalendarPlanPreview['moved'] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll plan-moved">
      <table className="data">
        <thead>
          <tr>
            {['task', 'rule', 'oldDue', 'newDue'].map((name) => (
              <th key={name} scope="col">
                {t(`dueDays.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moved.map((task) => (
            <tr key={task.taskId}>
              <th scope="row">
                <Link to="/viec/$id" params={{ id: task.taskId }}>
                  {task.taskName}
                </Link>
                <div className="small muted">{task.code}</div>
                {task.byDays ? null : <div className="small muted">{t('days.pending')}</div>}
              </th>
              <td>{task.ruleId ?? '–'}</td>
              <td className="nowrap">{task.oldDue === null ? t('deadline.paused') : instantText(task.oldDue)}</td>
              <td className="nowrap">
                <strong>{task.newDue === null ? t('deadline.paused') : instantText(task.newDue)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
