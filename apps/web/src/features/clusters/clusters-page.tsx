import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ClusterView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { pointsShown } from '../movements/judging/points';

/** Cụm, khối thi đua of one's bodies: members, the year's meeting and who leads. */
export default function ClustersPage(): ReactNode {
  const t = useText();
  const clusters = useRead('clusters', {}, { every: 20_000 });
  const list = clusters.data?.clusters;
  return (
    <div className="page">
      <PageHead title={t('clusters.title')} line={list === undefined ? t('loading') : t('clusters.line', { count: list.length })} />
      <ErrorNote error={clusters.error} onRetry={() => void clusters.refetch()} />
      {list === undefined ? clusters.error === null ? <Loading /> : null : null}
      {list?.length === 0 ? <EmptyState text={t('clusters.empty')} /> : null}
      {list?.map((cluster) => (
        <Cluster key={cluster.id} cluster={cluster} />
      ))}
    </div>
  );
}

function Cluster({ cluster }: { readonly cluster: ClusterView }): ReactNode {
  const t = useText();
  const call = useAct('openClusterMeeting');
  return (
    <section className="section" aria-label={cluster.name}>
      <h2>{`${cluster.name}, ${String(cluster.year)}`}</h2>
      <p className="muted">{t('clusters.lead', { name: cluster.leadName })}</p>
      {cluster.results.length === 0 ? (
        <p>{t('clusters.members', { names: cluster.members.map((member) => member.name).join(', ') })}</p>
      ) : (
        <Results cluster={cluster} />
      )}
      {cluster.scores.length === 0 ? null : <Scores cluster={cluster} />}
      {cluster.meetingId === null ? null : (
        <p>
          <Link to="/cum-khoi/luot/$id" params={{ id: cluster.meetingId }}>
            {t('clusters.meeting')}
          </Link>
        </p>
      )}
      {cluster.mayCall ? (
        <Button
          loading={call.isPending}
          onClick={() => {
            call.mutate({ params: { id: cluster.id } });
          }}
        >
          {t('clusters.call')}
        </Button>
      ) : null}
      <ErrorNote error={call.error} />
    </section>
  );
}

/** Points beside the vote: they suggest who leads, the members decide. */
function Scores({ cluster }: { readonly cluster: ClusterView }): ReactNode {
  const t = useText();
  const nameOf = new Map(cluster.members.map(({ orgId, name }) => [orgId, name]));
  return (
    <>
      <h3>{t('movements.judging.clusterScores', { year: cluster.year })}</h3>
      <ul>
        {cluster.scores.map(({ orgId, total, rank, tied }) => (
          <li key={orgId}>
            {t('movements.judging.clusterScore', { name: nameOf.get(orgId) ?? '', points: pointsShown(total), rank })}
            {tied ? <span className="tag tag-amber">{t('movements.judging.tied')}</span> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function Results({ cluster }: { readonly cluster: ClusterView }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['rank', 'member', 'votes', 'result'].map((name) => (
              <th key={name} scope="col">
                {t(`clusters.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cluster.results.map((line) => (
            <tr key={line.orgId}>
              <td>{line.rank}</td>
              <td>{line.orgName}</td>
              <td>{`${String(line.yes)}/${String(line.total)}`}</td>
              <td>{line.leader ? t('clusters.leads') : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
