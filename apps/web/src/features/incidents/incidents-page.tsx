import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { IncidentView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { FileStorePanel } from './file-store-panel';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';

/** Steps that stopped after their last attempt: name, cause, and the button that runs them again. */
export default function IncidentsPage(): ReactNode {
  const t = useText();
  const incidents = useRead('incidents', {}, { every: 10_000 });
  const list = incidents.data?.incidents;
  return (
    <div className="page">
      <PageHead title={t('incidents.title')} line={list === undefined ? t('loading') : t('incidents.line', { count: list.length })} />
      <ErrorNote error={incidents.error} onRetry={() => void incidents.refetch()} />
      {list === undefined ? (
        incidents.error === null ? (
          <Loading />
        ) : null
      ) : list.length === 0 ? (
        <EmptyState text={t('incidents.empty')} />
      ) : (
        <div className="table-scroll">
          <table className="data">
            <thead>
              <tr>
                {['code', 'step', 'cause', 'raised', 'act'].map((name) => (
                  <th key={name} scope="col">
                    {t(`incidents.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.map((incident) => (
                <IncidentRow key={incident.id} incident={incident} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <FileStorePanel />
    </div>
  );
}

function IncidentRow({ incident }: { readonly incident: IncidentView }): ReactNode {
  const t = useText();
  const retry = useAct('retryIncident');
  const [sent, setSent] = useState(false);
  return (
    <tr>
      <th scope="row" className="nowrap">
        {incident.businessKey ?? '–'}
      </th>
      <td>{incident.elementName}</td>
      <td>
        {t.or(`incidentCause.${incident.cause}`, incident.cause)}
        <div className="small muted">{incident.detail}</div>
      </td>
      <td className="nowrap">{instantText(incident.raisedAt)}</td>
      <td>
        <Button
          size="small"
          type="primary"
          loading={retry.isPending}
          disabled={sent}
          aria-label={t('incidents.retryOf', { step: incident.elementName })}
          onClick={() => {
            retry.mutate(
              { params: { id: incident.id } },
              {
                onSuccess: () => {
                  setSent(true);
                },
              },
            );
          }}
        >
          {t('incidents.retry')}
        </Button>
        <ErrorNote error={retry.error} />
      </td>
    </tr>
  );
}
