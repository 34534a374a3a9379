import { Suspense, type ReactNode } from 'react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { TabBar } from './tab-bar';
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
  const tab = MOVEMENT_TABS.find(({ key }) => key === muc) ?? MOVEMENT_TABS[0];
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
      <TabBar
        tabs={MOVEMENT_TABS.map(({ key }) => ({ key, label: t(`movements.tab.${key}`) }))}
        active={tab?.key ?? ''}
        label={t('movements.tabs')}
        onChange={(key) => {
          void navigate({ to: '/phong-trao/$id', params: { id }, search: { muc: key } });
        }}
      >
        {tab === undefined ? null : (
          <Suspense key={tab.key} fallback={<Loading />}>
            <tab.Content movement={movement} />
          </Suspense>
        )}
      </TabBar>
    </div>
  );
}
