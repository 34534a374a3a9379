import { Suspense, type ReactNode } from 'react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { MOVEMENT_TABS } from './tabs';

/** One movement; every side of its life is a tab with an address of its own. */
export default function MovementPage(): ReactNode {
  const { id } = useParams({ from: '/frame/phong-trao/$id' });
  const { muc } = useSearch({ from: '/frame/phong-trao/$id' });
  const t = useText();
  const navigate = useNavigate();
  const detail = useRead('movementDetail', { params: { id } });
  if (detail.data === undefined) {
    return (
      <div className="page">
        {detail.error === null ? <Loading /> : <ErrorNote error={detail.error} onRetry={() => void detail.refetch()} />}
      </div>
    );
  }
  const movement = detail.data;
  return (
    <div className="page">
      <PageHead
        title={movement.name}
        line={
          <>
            <span>{movement.orgName}</span>
            <span>{t('movements.launchedBy', { body: movement.launcher.body })}</span>
            {movement.state === 'closed' ? <span className="tag tag-grey">{t('movements.closed')}</span> : null}
          </>
        }
      />
      <Tabs
        activeKey={muc ?? MOVEMENT_TABS[0]?.key ?? ''}
        onChange={(key) => {
          void navigate({ to: '/phong-trao/$id', params: { id }, search: { muc: key } });
        }}
        destroyOnHidden
        items={MOVEMENT_TABS.map(({ key, Content }) => ({
          key,
          label: t(`movements.tab.${key}`),
          children: (
            <Suspense fallback={<Loading />}>
              <Content movement={movement} />
            </Suspense>
          ),
        }))}
      />
    </div>
  );
}
