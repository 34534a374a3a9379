import type { ReactNode } from 'react';
import type { TimerView } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { AboutLink } from '../incidents/about-link';

const COLUMNS = ['at', 'name', 'about'] as const;

/** Which timers are due and which come next, with the hồ sơ, đợt xét or work they belong to. */
export function Timers(): ReactNode {
  const t = useText();
  const read = useRead('timers', {}, { every: 30_000 });
  const list = read.data;
  return (
    <section className="section" aria-label={t('queues.timers.title')}>
      <h2>{t('queues.timers.title')}</h2>
      <ErrorNote error={read.error} />
      {list === undefined ? null : list.timers.length === 0 ? (
        <p className="muted">{t('queues.timers.empty')}</p>
      ) : (
        <>
          <p>{t('queues.timers.line', { due: list.due, total: list.total })}</p>
          <div className="table-scroll" tabIndex={0} role="group" aria-label={t('queues.timers.title')}>
            <table className="data">
              <thead>
                <tr>
                  {COLUMNS.map((name) => (
                    <th key={name} scope="col">
                      {t(`queues.timers.column.${name}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {list.timers.map((timer) => (
                  <Row key={timer.id} timer={timer} />
                ))}
              </tbody>
            </table>
          </div>
          {list.timers.length < list.total ? (
            <p className="muted">{t('queues.timers.more', { shown: list.timers.length, count: list.total })}</p>
          ) : null}
        </>
      )}
    </section>
  );
}

function Row({ timer: { kind, name, processName, about, dueAt, due } }: { readonly timer: TimerView }): ReactNode {
  const t = useText();
  return (
    <tr>
      <th scope="row" className="nowrap">
        {instantText(dueAt)}
        {due ? (
          <div>
            <span className="tag tag-red">{t('queues.timers.due')}</span>
          </div>
        ) : null}
      </th>
      <td>{kind === 'start' ? t('queues.timers.start', { name: processName }) : name}</td>
      <td>{kind === 'start' ? '–' : <AboutLink about={about} processName={processName} />}</td>
    </tr>
  );
}
