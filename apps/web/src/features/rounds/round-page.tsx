import { useState, type ReactNode } from 'react';
import { DownloadOutlined } from '@ant-design/icons';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { RoundView } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useRead } from '../../api/queries';
import { dayText, instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { DiagramView } from '../../pieces/diagram-view';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { OpenTasks } from '../../pieces/open-tasks';
import { PageHead } from '../../pieces/page-head';
import { PaperList } from '../../pieces/paper-list';
import { PrintButton } from '../../pieces/print-button';
import { StateTag } from '../../pieces/state-tag';
import { Timeline } from '../../pieces/timeline';
import { UnconfirmedBanner } from '../../pieces/unconfirmed-banner';
import { CeremonyPanel } from '../ceremony/ceremony-panel';
import { CertificatePrint } from '../blanks/certificate-print';
import { ProcedurePanel } from '../procedure/procedure-panel';
import { CentralPaper } from './central-paper';
import { RoundRows } from './round-rows';
import '../dossiers/dossier.css';

/** One đợt xét: rows by hồ sơ, appraisal, session, papers and what came from the central level. */
export default function RoundPage(): ReactNode {
  const { id } = useParams({ from: '/frame/dot-xet/$id' });
  const t = useText();
  const round = useRead('round', { params: { id } }, { every: 10_000 });
  if (round.data === undefined) {
    return (
      <div className="page">
        {round.error === null ? <Loading /> : <ErrorNote error={round.error} onRetry={() => void round.refetch()} />}
      </div>
    );
  }
  const view = round.data;
  return (
    <div className="page">
      <PageHead title={`${view.code} · ${view.title}`} line={<RoundLine round={view} />}>
        {view.sessionId === null && view.status === 'council' ? (
          <Link to="/dot-xet/$id/phien-hop" params={{ id }} className="ant-btn-like">
            {t('plan.title')}
          </Link>
        ) : null}
        {view.sessionId === null ? null : (
          <Link to="/phien-hop/$id" params={{ id: view.sessionId }} className="ant-btn-like">
            {t('rounds.session')}
          </Link>
        )}
        <Button icon={<DownloadOutlined aria-hidden />} href={addressOf('roundBundle', { id })} target="_blank" rel="noopener">
          {t('dossier.bundle')}
        </Button>
        <PrintButton kind="bo-ho-so" params={{ roundId: id }} label={t('dossier.archive')} />
        {view.papers.some((paper) => paper.kind === 'goi-ho-so' && paper.ready) ? (
          <>
            <Button icon={<DownloadOutlined aria-hidden />} href={addressOf('roundPackage', { id })} target="_blank" rel="noopener">
              {t('rounds.package')}
            </Button>
            <Button icon={<DownloadOutlined aria-hidden />} href={addressOf('roundPackageArchive', { id })} target="_blank" rel="noopener">
              {t('rounds.packageArchive')}
            </Button>
          </>
        ) : null}
      </PageHead>
      <UnconfirmedBanner rows={[]} notice={view.packNotice} />
      <div className="dossier-columns">
        <div>
          <section className="section">
            <h2>{t('rows.count', { count: view.rows.length })}</h2>
            {view.rows.length === 0 ? <EmptyState text={t('rounds.noRows')} /> : <RoundRows rows={view.rows} />}
          </section>
          <section className="section">
            <h2>{t('paper.title')}</h2>
            <PaperList papers={view.papers} />
          </section>
          <CertificatePrint roundId={id} />
          <CeremonyPanel roundId={id} awarded={view.rows.filter((row) => row.state === 'awarded').length} />
          <ProcedurePanel roundId={id} />
          <Central round={view} />
        </div>
        <aside>
          <OpenTasks tasks={view.openTasks} />
          <History id={id} />
        </aside>
      </div>
      <section className="section" aria-label={t('diagram.title')}>
        <h2>{t('diagram.title')}</h2>
        {view.instanceIds.map((instanceId) => (
          <DiagramView key={instanceId} instanceId={instanceId} />
        ))}
      </section>
    </div>
  );
}

function RoundLine({ round }: { readonly round: RoundView }): ReactNode {
  const t = useText();
  return (
    <>
      <StateTag group="round" state={round.status} />
      <span>{round.orgName}</span>
      <span>{t('rounds.stand', { dossiers: round.dossierCount, rows: round.rowCount })}</span>
      <span>{t('rounds.until', { at: instantText(round.closesAt) })}</span>
    </>
  );
}

function Central({ round }: { readonly round: RoundView }): ReactNode {
  const t = useText();
  const [recording, setRecording] = useState(false);
  if (round.central.length === 0 && !round.may.recordCentral) {
    return null;
  }
  return (
    <section className="section" aria-label={t('central.title')}>
      <h2>{t('central.title')}</h2>
      {round.central.length === 0 ? (
        <p className="muted">{t('central.none')}</p>
      ) : (
        <ul className="plain">
          {round.central.map((paper) => (
            <li key={paper.id}>
              <strong>{t(`centralKind.${paper.kind}`)}</strong> {paper.numberText ?? ''} · {dayText(paper.date)}
              {paper.ground === null ? '' : ` · ${paper.ground}`}
            </li>
          ))}
        </ul>
      )}
      {round.may.recordCentral ? (
        recording ? (
          <CentralPaper
            round={round}
            onClose={() => {
              setRecording(false);
            }}
          />
        ) : (
          <Button
            onClick={() => {
              setRecording(true);
            }}
          >
            {t('central.record')}
          </Button>
        )
      ) : null}
    </section>
  );
}

function History({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  const timeline = useRead('roundTimeline', { params: { id } }, { every: 15_000 });
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
