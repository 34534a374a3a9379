import { useState, type ReactNode } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { PlannedItemView, SessionPlanView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { PrintButton } from '../../pieces/print-button';
import { ReasonDialog } from '../../pieces/reason-dialog';
import { Conflicts } from './conflicts';
import { PostponeSession } from './postpone-session';
import { RecordConflict } from './record-conflict';
import { SessionPlan } from './session-plan';
import './ballot.css';

/** Before a session: its members read the agenda and declare conflicts of interest, the chair rules on them, the secretary prepares. */
export default function PlanPage(): ReactNode {
  const { id } = useParams({ from: '/frame/dot-xet/$id/phien-hop' });
  const t = useText();
  const plan = useRead('sessionPlan', { params: { id } }, { every: 15_000 });
  if (plan.data === undefined) {
    return (
      <div className="page">{plan.error === null ? <Loading /> : <ErrorNote error={plan.error} onRetry={() => void plan.refetch()} />}</div>
    );
  }
  const view = plan.data;
  return (
    <div className="page ballot-page">
      <PageHead title={t(`session.body.${view.body}`, { council: view.councilName })} line={<PlanLine plan={view} />}>
        {view.may.record ? (
          <>
            <PrintButton kind="phieu-bieu-quyet" params={{ roundId: view.roundId }} label={t('plan.printBallots')} />
            <PrintButton kind="phieu-xin-y-kien" params={{ roundId: view.roundId }} label={t('plan.printOpinions')} />
          </>
        ) : null}
      </PageHead>
      <div className="ballot-columns">
        <Agenda plan={view} />
        <div>
          <Conflicts plan={view} />
          {view.may.record ? <RecordConflict plan={view} /> : null}
          {view.may.postpone ? <PostponeSession plan={view} /> : null}
        </div>
      </div>
    </div>
  );
}

function PlanLine({ plan }: { readonly plan: SessionPlanView }): ReactNode {
  const t = useText();
  return (
    <>
      <span className="tag tag-blue">{t('plan.title')}</span>
      {plan.sessionId === null ? null : (
        <Link to="/phien-hop/$id" params={{ id: plan.sessionId }}>
          {t('session.open')}
        </Link>
      )}
      <Link to="/dot-xet/$id" params={{ id: plan.roundId }}>
        {t('session.toRound')}
      </Link>
    </>
  );
}

/** The agenda with the member's own button on every row. */
function Agenda({ plan }: { readonly plan: SessionPlanView }): ReactNode {
  const t = useText();
  const declare = useAct('declareRecusal');
  const [about, setAbout] = useState<PlannedItemView | null>(null);
  return (
    <section className="section">
      <SessionPlan
        plan={plan}
        act={(item) =>
          plan.may.declare && item.mineToJudge ? (
            <Button
              className="conflict-button"
              aria-label={`${t('conflict.mine')}: ${item.name}`}
              onClick={() => {
                setAbout(item);
              }}
            >
              {t('conflict.mine')}
            </Button>
          ) : null
        }
      />
      {about === null ? null : (
        <ReasonDialog
          title={t('conflict.about', { name: about.name })}
          verb={t('conflict.declare')}
          label={t('conflict.reason')}
          pending={declare.isPending}
          error={declare.error}
          onDo={(reason) => {
            const told = { params: { id: plan.roundId }, body: { rowIds: [about.rowId], reason } };
            declare.mutate(told, {
              onSuccess: () => {
                setAbout(null);
              },
            });
          }}
          onClose={() => {
            setAbout(null);
          }}
        >
          <p>{t('conflict.effect', { total: plan.total })}</p>
        </ReasonDialog>
      )}
    </section>
  );
}
