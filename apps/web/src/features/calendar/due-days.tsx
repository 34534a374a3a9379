import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DueDayPreview } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { dayText, instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { ReasonDialog } from '../../pieces/reason-dialog';

/** Tính lại hạn: what the calendar and the law of today would move, seen before it is done and kept after it was done. */
export function DueDays(): ReactNode {
  const t = useText();
  const preview = useRead('dueDayChanges');
  const apply = useAct('applyDueDayChanges');
  const [asking, setAsking] = useState(false);
  const view = preview.data;
  return (
    <section className="section" aria-label={t('dueDays.title')}>
      <h2>{t('dueDays.title')}</h2>
      <p className="muted">{t('dueDays.help')}</p>
      <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
      {view === undefined ? (
        preview.error === null ? (
          <Loading />
        ) : null
      ) : (
        <>
          <p>{t('dueDays.line', { tasks: view.tasks.length, changed: view.changed })}</p>
          {view.tasks.length === 0 ? null : <Tasks tasks={view.tasks} />}
          <div className="bar-buttons">
            <Button
              type="primary"
              disabled={view.changed === 0}
              onClick={() => {
                setAsking(true);
              }}
            >
              {t('dueDays.apply', { count: view.changed })}
            </Button>
          </div>
          <Applied applied={view.applied} />
          {asking ? (
            <ReasonDialog
              title={t('dueDays.apply', { count: view.changed })}
              verb={t('dueDays.applyDo')}
              label={t('reason.label')}
              pending={apply.isPending}
              error={apply.error}
              onClose={() => {
                setAsking(false);
              }}
              onDo={(reason) => {
                apply.mutate(
                  { body: { fingerprint: view.fingerprint, reason } },
                  {
                    onSuccess: () => {
                      setAsking(false);
                    },
                  },
                );
              }}
            />
          ) : null}
        </>
      )}
    </section>
  );
}

function Tasks({ tasks }: { readonly tasks: DueDayPreview['tasks'] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['task', 'code', 'rule', 'oldDue', 'newDue'].map((name) => (
              <th key={name} scope="col">
                {t(`dueDays.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.taskId} className={task.moved ? 'due-moved' : ''}>
              <th scope="row">
                <Link to="/viec/$id" params={{ id: task.taskId }}>
                  {task.taskName}
                </Link>
              </th>
              <td className="nowrap">{task.code}</td>
              <td>{task.ruleId ?? '–'}</td>
              <td className="nowrap">{task.oldDue === null ? t('deadline.paused') : instantText(task.oldDue)}</td>
              <td className="nowrap">
                {task.moved ? <strong>{task.newDue === null ? t('deadline.paused') : instantText(task.newDue)}</strong> : t('dueDays.same')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Applied({ applied }: { readonly applied: DueDayPreview['applied'] }): ReactNode {
  const t = useText();
  return applied.length === 0 ? null : (
    <details className="small">
      <summary>{t('dueDays.applied', { count: applied.length })}</summary>
      <ul>
        {applied.map((one) => (
          <li key={one.id}>
            {dayText(one.at)} · {one.by} · {one.reason} · {t('dueDays.line', { tasks: one.tasks, changed: one.changed })}
          </li>
        ))}
      </ul>
    </details>
  );
}
