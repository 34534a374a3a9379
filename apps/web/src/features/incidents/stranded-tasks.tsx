import type { ReactNode } from 'react';
import { useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { AboutLink } from './about-link';
import { ReassignButton } from './reassign-button';

/** Open tasks at posts nobody holds: named, with the matter, and handed on from here. */
export function StrandedTasks(): ReactNode {
  const t = useText();
  const read = useRead('strandedTasks', {}, { every: 30_000 });
  const list = read.data?.tasks;
  return (
    <section className="section" aria-label={t('stranded.title')}>
      <h2>
        {t('stranded.title')}
        {list === undefined || list.length === 0 ? null : ` (${t('stranded.line', { count: list.length })})`}
      </h2>
      <ErrorNote error={read.error} />
      {list === undefined ? null : list.length === 0 ? (
        <p className="muted">{t('stranded.empty')}</p>
      ) : (
        <>
          <p>{t('stranded.help')}</p>
          <ul className="incident-list">
            {list.map((task) => (
              <li key={task.id} className="incident-card">
                <div className="incident-head">
                  <h3>{task.name}</h3>
                  <AboutLink about={task.about} processName={task.processName} />
                </div>
                <p>
                  {t('stranded.post')}: <strong>{task.posts.join('; ')}</strong> ({t('reassign.nobody')})
                </p>
                <p className="small muted">
                  {t('stranded.since')} {instantText(task.createdAt)}
                </p>
                <div className="incident-acts">{task.mayReassign ? <ReassignButton taskId={task.id} name={task.name} /> : null}</div>
              </li>
            ))}
          </ul>
          {read.data?.more === true ? <p className="muted">{t('stranded.more')}</p> : null}
        </>
      )}
    </section>
  );
}
