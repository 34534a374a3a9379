import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { StateTag } from '../../pieces/state-tag';

/** Instances on this version; they stay on it when a newer one is published. */
export function Running({ definitionId }: { readonly definitionId: string }): ReactNode {
  const t = useText();
  const instances = useRead('instances', { query: { definitionId, limit: 200 } });
  const list = instances.data?.instances ?? [];
  return (
    <section className="section" aria-label={t('running.title')}>
      <h2>{t('running.count', { count: list.length })}</h2>
      <ErrorNote error={instances.error} />
      {list.length === 0 ? (
        <p className="muted">{t('running.none')}</p>
      ) : (
        <div className="table-scroll running">
          <table className="data">
            <thead>
              <tr>
                {['code', 'version', 'status', 'started'].map((name) => (
                  <th key={name} scope="col">
                    {t(`running.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.map((instance) => (
                <tr key={instance.id}>
                  <th scope="row">
                    {instance.dossierId !== null ? (
                      <Link to="/ho-so/$id" params={{ id: instance.dossierId }}>
                        {instance.businessKey ?? instance.id}
                      </Link>
                    ) : instance.roundId !== null ? (
                      <Link to="/dot-xet/$id" params={{ id: instance.roundId }}>
                        {instance.businessKey ?? instance.id}
                      </Link>
                    ) : (
                      (instance.businessKey ?? instance.id)
                    )}
                  </th>
                  <td>{t('definitions.version', { version: instance.version })}</td>
                  <td>
                    <StateTag group="instance" state={instance.status} />
                  </td>
                  <td>{dayText(instance.startedAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
