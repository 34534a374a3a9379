import { lazy, Suspense, useMemo, useRef, useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { TaskCompleted, TaskView } from '@thidua/contract';
import { readForm, type FormProblem, type FormSchema } from '@thidua/contract/forms';
import { ApiError } from '../../api/api-error';
import { useAct } from '../../api/queries';
import { checkForm, problemsOf } from '../../forms/check-form';
import { dataOf, openingValues, type Values } from '../../forms/form-data';
import { TaskForm } from '../../forms/task-form';
import { useText, type Text } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { WhyDisabled } from '../../pieces/why-disabled';
import { DraftStamp, useDraft } from './draft';
import { OutcomeBar, type Choice } from './outcome-bar';
import { AboutRow, RowTable } from './row-table';
import { rowsForForm, useTaskRows } from './task-rows';

const TaskContexts = lazy(async () => ({ default: (await import('./task-contexts')).TaskContexts }));

const EMPTY: FormSchema = { id: 'none', components: [] };

interface Props {
  readonly task: TaskView;
  readonly onReload: () => void;
}

/** The form of the task and its outcomes. */
export function TaskWork({ task, onReload }: Props): ReactNode {
  const t = useText();
  const rows = useTaskRows(task);
  const schema = useMemo(() => schemaOf(task), [task]);
  const [typed, setTyped] = useState<Values | null>(null);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [done, setDone] = useState<TaskCompleted | null>(null);
  const complete = useAct('completeTask');
  // A hasty second press arrives before React has disabled the button.
  const sending = useRef(false);

  const opening = useMemo(
    () => openingValues(schema, rowsForForm(schema, task, rows), task.values, task.draft?.body ?? {}),
    [schema, task, rows],
  );
  const values = typed ?? opening;
  const editable = task.status === 'open' && task.authority.allowed && done === null;
  const draft = useDraft(task, typed, editable && !complete.isPending);

  if (done !== null) {
    return <Completed task={task} answer={done} />;
  }
  const act = (choice: Choice): void => {
    const found = checkForm(schema, values, task.context);
    setProblems(found);
    if (found.length > 0 || sending.current) {
      return;
    }
    sending.current = true;
    const extra = {
      ...(choice.outcome === null ? {} : { outcome: choice.outcome }),
      ...(choice.reason === null ? {} : { reason: choice.reason }),
    };
    complete.mutate(
      { params: { id: task.id }, body: { version: task.version, data: { ...dataOf(schema, values, Date.now()), ...extra } } },
      {
        onSuccess: setDone,
        onError: (error) => {
          sending.current = false;
          setProblems(error instanceof ApiError ? problemsOf(error.details) : []);
          if (error instanceof ApiError && error.status === 409) {
            onReload();
          }
        },
      },
    );
  };
  const stale = complete.error instanceof ApiError && complete.error.status === 409;
  return (
    <section className="section" aria-label={t('task.work')}>
      <Suspense fallback={null}>
        <TaskContexts task={task} values={values} />
      </Suspense>
      <TaskForm
        schema={schema}
        values={values}
        context={task.context}
        problems={problems}
        readOnly={!editable}
        about={(rowId) => <AboutRow row={rows.find((row) => row.id === rowId)} />}
        onChange={setTyped}
      />
      {schema.components.some((field) => field.type === 'dynamiclist') ? null : (
        <RowTable rows={rows.filter((row) => row.state === 'open' && isDecidedHere(task, row.id))} />
      )}
      <ErrorNote error={complete.error} also={stale ? heldBy(task, t) : ''} />
      {stale ? <Button onClick={onReload}>{t('task.reload')}</Button> : null}
      {editable ? (
        <OutcomeBar
          task={task}
          schema={schema}
          reason={textOf(values['reason'])}
          pending={complete.isPending}
          onChoose={act}
          onProblems={setProblems}
        />
      ) : (
        <NotMine task={task} />
      )}
      <DraftStamp draft={draft} saved={task.draft?.savedAt ?? null} />
    </section>
  );
}

function schemaOf(task: TaskView): FormSchema {
  const read = task.form === null ? null : readForm(task.form);
  return read?.ok === true ? read.value : EMPTY;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function heldBy(task: TaskView, t: Text): string {
  const holder = task.holders.map(({ fullName, title }) => `${fullName} (${title})`).join('; ');
  return holder === '' ? '' : t('error.holder', { holder });
}

function NotMine({ task }: { readonly task: TaskView }): ReactNode {
  const t = useText();
  if (task.status !== 'open') {
    return <p className="note note-blue">{t(`task.closed.${task.status}`)}</p>;
  }
  return (
    <>
      <WhyDisabled reason={task.authority.code ?? 'not-your-task'} />
      {task.holders.length === 0 ? null : (
        <p className="small">
          {t('task.holders')}: {task.holders.map((holder) => `${holder.fullName} (${holder.title})`).join('; ')}
        </p>
      )}
    </>
  );
}

function Completed({ task, answer }: { readonly task: TaskView; readonly answer: TaskCompleted }): ReactNode {
  const t = useText();
  return (
    <section className="section" aria-label={t('task.work')}>
      <div className="note note-green" role="status">
        <div>
          <strong>{t('task.done', { name: task.name })}</strong>
          {answer.next.length === 0 ? (
            <p>{answer.ended ? t('task.ended') : t('task.working')}</p>
          ) : (
            <ul>
              {answer.next.map((next) => (
                <li key={`${next.name}/${next.holder}`}>{t('task.next', { name: next.name, holder: next.holder })}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <p className="bar-buttons">
        <Link to="/viec">{t('task.toInbox')}</Link>
        {task.dossierId === null ? null : (
          <Link to="/ho-so/$id" params={{ id: task.dossierId }}>
            {t('task.toDossier')}
          </Link>
        )}
        {task.roundId === null ? null : (
          <Link to="/dot-xet/$id" params={{ id: task.roundId }}>
            {t('task.toRound')}
          </Link>
        )}
      </p>
    </section>
  );
}

/** A decision lists what this level decides, not what the round sends further up. */
function isDecidedHere(task: TaskView, rowId: string): boolean {
  const decided = task.context['decidedRows'];
  return !Array.isArray(decided) || decided.some((one) => typeof one === 'object' && one !== null && Reflect.get(one, 'value') === rowId);
}
