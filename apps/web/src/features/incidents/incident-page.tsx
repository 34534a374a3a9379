import { useState, type ReactNode } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import type { IncidentDetail, IncidentLine } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { DiagramView } from '../../pieces/diagram-view';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { AboutLink } from './about-link';
import { CauseWords } from './cause-words';
import { HeldTasks } from './held-tasks';
import { paceOf, RetryState } from './retry-state';
import { RetryButton } from './retry-button';
import '../../pieces/timeline.css';
import './incidents.css';

/** One incident: what happened and what to do, where it stands now, its history, and who else has to do something. */
export default function IncidentPage(): ReactNode {
  const { id } = useParams({ from: '/frame/su-co/$id' });
  const t = useText();
  const [pace, setPace] = useState(10_000);
  const read = useRead('incident', { params: { id } }, { every: pace });
  const found = read.data;
  if (found !== undefined && pace !== paceOf(found.now)) {
    setPace(paceOf(found.now));
  }
  if (found === undefined) {
    return (
      <div className="page">{read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />}</div>
    );
  }
  return (
    <div className="page">
      <PageHead
        title={t('incidents.title') + ' · ' + found.elementName}
        line={
          <>
            <AboutLink about={found.about} processName={found.processName} />
            <span>{t('incidents.one.line', { process: found.processName, at: instantText(found.raisedAt) })}</span>
          </>
        }
      >
        <Link className="ant-btn-like" to="/su-co">
          {t('incidents.one.back')}
        </Link>
      </PageHead>
      <RetryState incident={found} />
      {found.now === 'done' ? null : <Cause incident={found} />}
      <section className="section" aria-label={t('incidents.one.history')}>
        <h2>{t('incidents.one.history')}</h2>
        <ol className="timeline">
          {found.lines.map((line, index) => (
            <Line key={`${line.at}-${String(index)}`} line={line} />
          ))}
        </ol>
      </section>
      <section className="section" aria-label={t('incidents.one.tasks')}>
        <h2>{t('incidents.one.tasks')}</h2>
        <HeldTasks tasks={found.tasks} none={t('incidents.one.noTasks')} />
      </section>
      <section className="section" aria-label={t('incidents.one.diagram')}>
        <h2>{t('incidents.one.diagram')}</h2>
        <DiagramView instanceId={found.instanceId} />
      </section>
    </div>
  );
}

/** What stands in the way now, which may be another cause than at first. */
function Cause({ incident }: { readonly incident: IncidentDetail }): ReactNode {
  const last = incident.lines.findLast((line) => line.cause !== null);
  return (
    <section className="section">
      <CauseWords cause={last?.cause ?? incident.cause} detail={last?.detail ?? incident.detail} />
      {incident.openId === null ? null : (
        <div className="incident-acts">
          <RetryButton id={incident.openId} step={incident.elementName} />
        </div>
      )}
    </section>
  );
}

function Line({ line }: { readonly line: IncidentLine }): ReactNode {
  const t = useText();
  return (
    <li>
      <time dateTime={line.at} className="muted small">
        {instantText(line.at)}
      </time>
      <div>
        <div>{t(`incidents.kind.${line.kind}`, { who: line.who ?? '' })}</div>
        {line.cause === null ? null : (
          <div className="muted small">{t.or(`incidentCause.${line.cause}.what`, t('incidentCause.unknown.what'))}</div>
        )}
      </div>
    </li>
  );
}
