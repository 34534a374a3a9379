import { lazy, Suspense, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/queries';
import { withDeskTexts } from '../i18n/i18n';
import { useText } from '../i18n/use-text';

/** Administrators only; it brings its texts. */
const ReassignButton = lazy(
  withDeskTexts(async () => ({ default: (await import('../features/incidents/reassign-button')).ReassignButton })),
);

interface Props {
  readonly tasks: readonly { readonly id: string; readonly name: string; readonly holder: string; readonly mine: boolean }[];
}

/** Who has to do what now; a link where it is mine. */
export function OpenTasks({ tasks }: Props): ReactNode {
  const t = useText();
  const session = useSession();
  const admin = session.data?.positions.some((position) => position.role === 'admin') === true;
  return (
    <section className="section" aria-label={t('openTasks.title')}>
      <h2>{t('openTasks.title')}</h2>
      {tasks.length === 0 ? (
        <p className="muted">{t('openTasks.none')}</p>
      ) : (
        <ul className="plain">
          {tasks.map((task) => (
            <li key={task.id}>
              {task.mine ? (
                <Link to="/viec/$id" params={{ id: task.id }}>
                  <strong>{task.name}</strong>
                </Link>
              ) : (
                <span>{task.name}</span>
              )}
              <span className="small muted"> · {task.holder}</span>
              {admin ? (
                <Suspense fallback={null}>
                  {' '}
                  <ReassignButton taskId={task.id} name={task.name} />
                </Suspense>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
