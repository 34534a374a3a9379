import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { IncidentView } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { AboutLink } from './about-link';
import { CauseWords } from './cause-words';
import { FileStorePanel } from './file-store-panel';
import { IncidentFilters, type Asked } from './incident-filters';
import { paceOf, RetryState } from './retry-state';
import { RetryButton } from './retry-button';
import { StrandedTasks } from './stranded-tasks';
import './incidents.css';

const ALL: Asked = { state: 'open', cause: '', process: '', q: '' };

/** Steps that stopped: what happened and what to do, the matter, the button that tries again; beneath, tasks that nobody has. */
export default function IncidentsPage(): ReactNode {
  const t = useText();
  const [asked, setAsked] = useState<Asked>(ALL);
  const [retried, setRetried] = useState<readonly IncidentView[]>([]);
  const { state, cause, process, q } = asked;
  const query = {
    state,
    ...(cause === '' ? {} : { cause }),
    ...(process === '' ? {} : { process }),
    ...(q.trim() === '' ? {} : { q: q.trim() }),
  };
  const read = useRead('incidents', { query }, { every: 10_000 });
  const list = read.data?.incidents;
  return (
    <div className="page">
      <PageHead
        title={t('incidents.title')}
        line={
          read.data === undefined
            ? t('loading')
            : t(state === 'open' ? 'incidents.line' : 'incidents.resolvedLine', { count: read.data.total })
        }
      >
        <Link className="ant-btn-like" to="/hang-doi">
          {t('queues.title')}
        </Link>
      </PageHead>
      <IncidentFilters asked={asked} list={read.data} onAsk={setAsked} />
      <ErrorNote error={read.error} onRetry={() => void read.refetch()} />
      {retried.length === 0 ? null : (
        <section className="section" aria-label={t('incidents.just')}>
          <h2>{t('incidents.just')}</h2>
          <ul className="incident-list">
            {retried.map((incident) => (
              <JustRetried key={incident.id} incident={incident} />
            ))}
          </ul>
        </section>
      )}
      {list === undefined ? (
        read.error === null ? (
          <Loading />
        ) : null
      ) : list.length === 0 ? (
        <EmptyState
          text={t(read.data?.total !== 0 ? 'incidents.noMatch' : state === 'open' ? 'incidents.empty' : 'incidents.emptyResolved')}
        />
      ) : (
        <ul className="incident-list" aria-label={t('incidents.title')}>
          {list.map((incident) => (
            <IncidentCard
              key={incident.id}
              incident={incident}
              onSent={() => {
                setRetried((before) => [incident, ...before.filter((one) => one.id !== incident.id)]);
              }}
            />
          ))}
        </ul>
      )}
      {list !== undefined && list.length > 0 && read.data !== undefined && list.length < read.data.total ? (
        <p className="muted">{t('incidents.more', { shown: list.length, count: read.data.total })}</p>
      ) : null}
      <StrandedTasks />
      <FileStorePanel />
    </div>
  );
}

function IncidentCard({ incident, onSent }: { readonly incident: IncidentView; readonly onSent: () => void }): ReactNode {
  const t = useText();
  const { id, about, processName, elementName, cause, detail, raisedAt, resolvedAt, resolvedBy } = incident;
  return (
    <li className="incident-card">
      <div className="incident-head">
        <h3>{elementName}</h3>
        <AboutLink about={about} processName={processName} />
      </div>
      <CauseWords cause={cause} detail={detail} />
      <p className="small muted">
        {t('incidents.one.line', { process: processName, at: instantText(raisedAt) })}
        {resolvedAt === null
          ? null
          : ` · ${instantText(resolvedAt)} ${resolvedBy === null ? t('incidents.kind.cleared') : t('incidents.by', { who: resolvedBy })}`}
      </p>
      <div className="incident-acts">
        {resolvedAt === null ? <RetryButton id={id} step={elementName} onSent={onSent} /> : null}
        <Link className="ant-btn-like" to="/su-co/$id" params={{ id }} aria-label={t('incidents.openOf', { step: elementName })}>
          {t('incidents.open')}
        </Link>
      </div>
    </li>
  );
}

/** What became of it, without loading the page anew. */
function JustRetried({ incident }: { readonly incident: IncidentView }): ReactNode {
  const [pace, setPace] = useState(2000);
  const read = useRead('incident', { params: { id: incident.id } }, { every: pace });
  const now = read.data?.now;
  if (now !== undefined && pace !== paceOf(now)) {
    setPace(paceOf(now));
  }
  return (
    <li className="incident-card">
      <div className="incident-head">
        <h3>{incident.elementName}</h3>
        <AboutLink about={incident.about} processName={incident.processName} />
      </div>
      {read.data === undefined ? <Loading /> : <RetryState incident={read.data} />}
    </li>
  );
}
