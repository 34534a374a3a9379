import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { ModelView } from '@thidua/contract';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';

/** Where a model was published, and who is still asked to. */
export function PublicationTable({ model }: { readonly model: ModelView }): ReactNode {
  const t = useText();
  if (model.publications.length === 0 && model.tasks.length === 0) {
    return null;
  }
  return (
    <section className="section" aria-label={t('movements.people.publications')}>
      <h2>{t('movements.people.publications')}</h2>
      {model.publications.length === 0 ? null : (
        <div className="table-scroll">
          <table className="data">
            <thead>
              <tr>
                {['day', 'channel', 'org', 'link'].map((name) => (
                  <th key={name} scope="col">
                    {t(`movements.people.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {model.publications.map((one) => (
                <tr key={one.id}>
                  <td>{dayText(one.publishedOn)}</td>
                  <td>
                    {one.channel}
                    {one.takenDownOn === null ? null : (
                      <span className="tag tag-grey">{t('movements.people.takenDown', { day: dayText(one.takenDownOn) })}</span>
                    )}
                  </td>
                  <td>{one.orgName}</td>
                  <td>{one.link}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ul>
        {model.tasks.map((task) => (
          <li key={task.id}>
            <Link to="/phong-trao/viec/$id" params={{ id: task.id }}>{`${task.title} (${task.orgName})`}</Link>{' '}
            <span className="tag tag-grey">{t(`movements.status.${task.status}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
