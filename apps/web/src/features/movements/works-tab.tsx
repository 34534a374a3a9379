import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { WorkSummary } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import type { MovementTabProps } from './tab-props';

/** Everything people do in the movement, those due first in front. */
export function WorksTab({ movement }: MovementTabProps): ReactNode {
  const t = useText();
  const works = useRead('movementWorks', { params: { id: movement.id }, query: {} }, { every: 20_000 });
  if (works.data === undefined) {
    return works.error === null ? <Loading /> : <ErrorNote error={works.error} onRetry={() => void works.refetch()} />;
  }
  return works.data.works.length === 0 ? <EmptyState text={t('movements.noWorks')} /> : <WorkTable works={works.data.works} />;
}

export function WorkTable({ works }: { readonly works: readonly WorkSummary[] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['code', 'title', 'org', 'due', 'status'].map((name) => (
              <th key={name} scope="col">
                {t(`movements.workColumn.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {works.map((work) => (
            <tr key={work.id}>
              <td>
                <Link to="/phong-trao/viec/$id" params={{ id: work.id }}>
                  {work.code}
                </Link>
              </td>
              <td>{work.title}</td>
              <td>{work.orgName}</td>
              <td>{work.dueOn === null ? '' : dayText(work.dueOn)}</td>
              <td>
                <span className={`tag ${work.late ? 'tag-red' : 'tag-grey'}`}>
                  {work.late ? t('movements.late') : t(`movements.status.${work.status}`)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
