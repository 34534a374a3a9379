import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { DelegationTable } from './delegation-table';
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
      {list === undefined ? null : <DelegationTable list={list} />}
    </div>
  );
}
