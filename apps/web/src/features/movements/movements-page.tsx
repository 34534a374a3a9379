import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';

/** Movements one's bodies have a part in, and what waits in each. */
export default function MovementsPage(): ReactNode {
  const t = useText();
  const index = useRead('movementIndex', {}, { every: 30_000 });
  const list = index.data?.movements;
  return (
    <div className="page">
      <PageHead title={t('movements.title')} line={list === undefined ? t('loading') : t('movements.line', { count: list.length })}>
        <Link to="/phong-trao/du-thao">{t('movements.drafts.title')}</Link>
      </PageHead>
      <ErrorNote error={index.error} onRetry={() => void index.refetch()} />
      {list === undefined && index.error === null ? <Loading /> : null}
      {list?.length === 0 ? <EmptyState text={t('movements.empty')} /> : null}
      {list === undefined || list.length === 0 ? null : (
        <div className="table-scroll">
          <table className="data">
            <thead>
              <tr>
                {['name', 'org', 'launcher', 'period', 'works'].map((name) => (
                  <th key={name} scope="col">
                    {t(`movements.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.map((movement) => (
                <tr key={movement.id}>
                  <td>
                    <Link to="/phong-trao/$id" params={{ id: movement.id }}>
                      {movement.name}
                    </Link>
                    {movement.state === 'closed' ? <span className="tag tag-grey">{t('movements.closed')}</span> : null}
                    {movement.state === 'planned' ? <span className="tag tag-blue">{t('movements.lifecycle.beingIssued')}</span> : null}
                  </td>
                  <td>{movement.orgName}</td>
                  <td>{movement.launcher}</td>
                  <td>{movement.period}</td>
                  <td>
                    {movement.openWorks === 0 ? '' : t('movements.openWorks', { count: movement.openWorks })}
                    {movement.lateWorks === 0 ? null : (
                      <span className="tag tag-red">{t('movements.lateWorks', { count: movement.lateWorks })}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
