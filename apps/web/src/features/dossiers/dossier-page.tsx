import { lazy, Suspense, useState, type ReactNode } from 'react';
import { DownloadOutlined } from '@ant-design/icons';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DossierView } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useAct, useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { DeadlineTag } from '../../pieces/deadline-tag';
import { DiagramView } from '../../pieces/diagram-view';
import { ErrorNote } from '../../pieces/error-note';
import { LevelLadder } from '../../pieces/level-ladder';
import { Loading } from '../../pieces/loading';
import { OpenTasks } from '../../pieces/open-tasks';
import { PageHead } from '../../pieces/page-head';
import { PaperList } from '../../pieces/paper-list';
import { PrintButton } from '../../pieces/print-button';
import { DelaySlip } from './delay-slip';
import { ReasonDialog } from '../../pieces/reason-dialog';
import { StateTag } from '../../pieces/state-tag';
import { Timeline } from '../../pieces/timeline';
import { UnconfirmedBanner } from '../../pieces/unconfirmed-banner';
import { WhyDisabled } from '../../pieces/why-disabled';
import { OwnFilesPanel } from '../intake/own-files-panel';
import { IntakePanels } from '../intake/intake-panels';
import { LimitPanel } from '../calendar/limit-panel';
import { RowCards } from './row-cards';
import './dossier.css';

/** Comes after a decision only. */
const AfterDecisionPanel = lazy(async () => ({ default: (await import('../after-decision/after-decision-panel')).AfterDecisionPanel }));

/** One hồ sơ: the ladder, its rows, papers, open tasks, live diagram and history. */
export default function DossierPage(): ReactNode {
  const { id } = useParams({ from: '/frame/ho-so/$id' });
  const t = useText();
  const dossier = useRead('dossier', { params: { id } }, { every: 10_000 });
  if (dossier.data === undefined) {
    return (
      <div className="page">
        {dossier.error === null ? <Loading /> : <ErrorNote error={dossier.error} onRetry={() => void dossier.refetch()} />}
      </div>
    );
  }
  const view = dossier.data;
  // A paper dossier that is still being entered: what is left to do stands first.
  const typing = view.intake.enteredBy !== null && view.instanceIds.length === 0;
  if (view.intake.paperOnly) {
    return (
      <div className="page">
        <PageHead title={`${view.code} · ${t('secret.listTitle')}`} line={<DossierLine dossier={view} />} />
        <IntakePanels dossier={view} />
        <History id={id} />
      </div>
    );
  }
  return (
    <div className="page">
      <PageHead title={`${view.code} · ${view.title}`} line={<DossierLine dossier={view} />}>
        <Button icon={<DownloadOutlined aria-hidden />} href={addressOf('dossierBundle', { id })} target="_blank" rel="noopener">
          {t('dossier.bundle')}
        </Button>
        <PrintButton kind="bo-ho-so" params={{ dossierId: id }} label={t('dossier.archive')} />
        {view.may.printControlSlip ? (
          <PrintButton kind="phieu-kiem-soat" params={{ dossierId: id }} label={t('dossier.controlSlip')} />
        ) : null}
        <Withdraw dossier={view} />
      </PageHead>
      <UnconfirmedBanner rows={view.pack?.unconfirmedRows ?? []} notice={view.pack?.notice ?? null} />
      <LevelLadder steps={view.ladder} />
      <div className="dossier-columns">
        <div>
          {typing ? <IntakePanels dossier={view} /> : null}
          <section className="section">
            <h2>{t('rows.count', { count: view.rows.length })}</h2>
            <RowCards dossier={view} />
          </section>
          <Suspense fallback={null}>
            <AfterDecisionPanel dossierId={view.id} />
          </Suspense>
          <LimitPanel dossierId={view.id} />
          {view.may.printControlSlip ? <DelaySlip dossierId={view.id} /> : null}
          <section className="section">
            <h2>{t('paper.title')}</h2>
            <PaperList papers={view.papers} />
          </section>
          {view.intake.enteredBy === null ? <OwnFilesPanel id={view.id} /> : null}
          {typing ? null : <IntakePanels dossier={view} />}
        </div>
        <aside>
          <OpenTasks tasks={view.openTasks} />
          <History id={id} />
        </aside>
      </div>
      {view.instanceIds.length === 0 ? null : (
        <section className="section" aria-label={t('diagram.title')}>
          <h2>{t('diagram.title')}</h2>
          {view.instanceIds.map((instanceId) => (
            <DiagramView key={instanceId} instanceId={instanceId} />
          ))}
        </section>
      )}
    </div>
  );
}

function DossierLine({ dossier }: { readonly dossier: DossierView }): ReactNode {
  const t = useText();
  return (
    <>
      <StateTag group="dossier" state={dossier.status} />
      <span>{dossier.orgName}</span>
      <span>
        {t(`occasion.${dossier.occasion}`)} {dossier.year}
      </span>
      {dossier.movementName === null ? null : <span>{dossier.movementName}</span>}
      {dossier.underMovement === null ? null : (
        <span>
          {dossier.underMovement.name} ({dossier.underMovement.launcherBody})
        </span>
      )}
      <DeadlineTag deadline={dossier.deadline} />
      {dossier.holder === null ? null : <span>{t('ladder.holder', { holder: dossier.holder })}</span>}
      <span>{t('dossier.created', { day: dayText(dossier.createdAt) })}</span>
      {dossier.pack === null ? null : <span>{dossier.pack.name}</span>}
      {dossier.roundIds.map((roundId, index) => (
        <Link key={roundId} to="/dot-xet/$id" params={{ id: roundId }}>
          {t('dossier.round', { number: index + 1 })}
        </Link>
      ))}
    </>
  );
}

function Withdraw({ dossier }: { readonly dossier: DossierView }): ReactNode {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const withdraw = useAct('withdrawDossier');
  if (!dossier.may.withdraw) {
    return <WhyDisabled reason={dossier.may.whyNot} />;
  }
  return (
    <>
      <Button
        danger
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('dossier.withdraw')}
      </Button>
      {asking ? (
        <ReasonDialog
          title={t('dossier.withdrawOf', { code: dossier.code })}
          verb={t('dossier.withdraw')}
          label={t('reason.label')}
          danger
          pending={withdraw.isPending}
          error={withdraw.error}
          onClose={() => {
            setAsking(false);
          }}
          onDo={(reason) => {
            withdraw.mutate(
              { params: { id: dossier.id }, body: { reason } },
              {
                onSuccess: () => {
                  setAsking(false);
                },
              },
            );
          }}
        />
      ) : null}
    </>
  );
}

function History({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  const timeline = useRead('dossierTimeline', { params: { id } }, { every: 15_000 });
  return (
    <section className="section" aria-label={t('timeline.title')}>
      <h2>{t('timeline.title')}</h2>
      {timeline.data === undefined ? (
        timeline.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={timeline.error} />
        )
      ) : (
        <Timeline entries={timeline.data.entries} />
      )}
    </section>
  );
}
