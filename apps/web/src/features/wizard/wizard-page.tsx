import type { ReactNode } from 'react';
import { useRead, useSession } from '../../api/queries';
import { launchingPositions } from '../../frame/roles';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { Wizard } from './wizard';

/** Lập đề nghị khen thưởng: occasion, nominees with awards of the plan's menu, achievements, check and launch. */
export default function WizardPage(): ReactNode {
  const t = useText();
  const session = useSession();
  const movements = useRead('movements');
  if (session.data === undefined || movements.data === undefined) {
    return (
      <div className="page">
        {movements.error === null ? <Loading /> : <ErrorNote error={movements.error} onRetry={() => void movements.refetch()} />}
      </div>
    );
  }
  if (launchingPositions(session.data).length === 0) {
    return (
      <div className="page">
        <PageHead title={t('wizard.title')} />
        <EmptyState text={t('wizard.notClerk')} />
      </div>
    );
  }
  const bodies = launchingPositions(session.data).map(({ orgId, orgName }) => ({ orgId, orgName }));
  return <Wizard session={session.data} movements={movements.data} bodies={bodies} onPaper={false} />;
}
