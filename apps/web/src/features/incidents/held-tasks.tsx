import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { MatterView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { ReassignButton } from './reassign-button';

interface Props {
  readonly tasks: readonly (Omit<MatterView['openTasks'][number], 'posts'> & { readonly posts?: readonly string[] })[];
  readonly none: string;
}

/** Open tasks with who has them, each to be handed on. */
export function HeldTasks({ tasks, none }: Props): ReactNode {
  const t = useText();
  return tasks.length === 0 ? (
    <p className="muted">{none}</p>
  ) : (
    <ul className="incident-list">
      {tasks.map(({ id, name, posts = [], holders, mayReassign }) => (
        <li key={id} className="incident-card">
          <div className="incident-head">
            <h3>
              <Link to="/viec/$id" params={{ id }}>
                {name}
              </Link>
            </h3>
          </div>
          <p>
            {posts.length === 0 ? null : `${posts.join('; ')}: `}
            {holders.length === 0 ? (
              <strong>{t('reassign.nobody')}</strong>
            ) : (
              holders.map((holder) => `${holder.fullName}, ${holder.title}`).join('; ')
            )}
          </p>
          <div className="incident-acts">{mayReassign ? <ReassignButton taskId={id} name={name} /> : null}</div>
        </li>
      ))}
    </ul>
  );
}
