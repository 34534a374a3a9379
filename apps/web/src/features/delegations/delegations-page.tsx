import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { DelegationView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { ReasonDialog } from '../../pieces/reason-dialog';
import { GrantForm } from './grant-form';

/** KT., TL., TUQ., Q.: who signs for whom, by which paper, in what, until when. */
export default function DelegationsPage(): ReactNode {
  const t = useText();
  const delegations = useRead('delegations', {}, { every: 20_000 });
  const [granting, setGranting] = useState(false);
  const list = delegations.data?.delegations;
  const posts = delegations.data?.posts ?? [];
  return (
    <div className="page">
      <PageHead title={t('delegations.title')} line={t('delegations.line')}>
        {posts.some((post) => post.own) ? (
          <Button
            type="primary"
            onClick={() => {
              setGranting(!granting);
            }}
          >
            {t('delegations.grant')}
          </Button>
        ) : null}
      </PageHead>
      {granting ? (
        <GrantForm
          posts={posts}
          onDone={() => {
            setGranting(false);
          }}
        />
      ) : null}
      <ErrorNote error={delegations.error} onRetry={() => void delegations.refetch()} />
      {list === undefined ? delegations.error === null ? <Loading /> : null : null}
      {list?.length === 0 ? <EmptyState text={t('delegations.empty')} /> : null}
      {list === undefined || list.length === 0 ? null : (
        <div className="table-scroll">
          <table className="data">
            <thead>
              <tr>
                {['capacity', 'from', 'to', 'paper', 'days', 'scope', 'state', 'acts'].map((name) => (
                  <th key={name} scope="col">
                    {t(`delegations.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Line({ one }: { readonly one: DelegationView }): ReactNode {
  const t = useText();
  const accept = useAct('acceptDelegation');
  const end = useAct('endDelegation');
  const [ending, setEnding] = useState(false);
  const scope = [...(one.scope.steps ?? []).map((step) => t.or(`stepKind.${step}`, step)), ...(one.scope.awards ?? [])];
  return (
    <tr>
      <td>{`${one.capacity}.`}</td>
      <td>{`${one.fromTitle}, ${one.fromName}`}</td>
      <td>{`${one.toTitle}, ${one.toName}`}</td>
      <td>{one.paper}</td>
      <td>{one.to === null ? t('delegations.since', { from: dayText(one.from) }) : `${dayText(one.from)} – ${dayText(one.to)}`}</td>
      <td>{scope.length === 0 ? t('delegations.whole') : scope.join(', ')}</td>
      <td>{t(`delegations.state.${one.state}`)}</td>
      <td>
        {one.mayAccept ? (
          <Button
            size="small"
            loading={accept.isPending}
            onClick={() => {
              accept.mutate({ params: { id: one.id } });
            }}
          >
            {t('delegations.accept')}
          </Button>
        ) : null}
        {one.mayEnd ? (
          <Button
            size="small"
            onClick={() => {
              setEnding(true);
            }}
          >
            {t('delegations.end')}
          </Button>
        ) : null}
        {ending ? (
          <ReasonDialog
            title={t('delegations.endTitle')}
            verb={t('delegations.end')}
            label={t('delegations.endWhy')}
            pending={end.isPending}
            error={end.error}
            onClose={() => {
              setEnding(false);
            }}
            onDo={(reason) => {
              end.mutate({ params: { id: one.id }, body: { reason } });
            }}
          />
        ) : null}
        <ErrorNote error={accept.error} />
      </td>
    </tr>
  );
}
