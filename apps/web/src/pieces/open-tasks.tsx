import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/use-text';

interface Props {
  readonly tasks: readonly { readonly id: string; readonly name: string; readonly holder: string; readonly mine: boolean }[];
}

/** Who has to do what now; a link where it is mine. */
export function OpenTasks({ tasks }: Props): ReactNode {
  const t = useText();
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
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
