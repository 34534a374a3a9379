import type { ReactNode } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import type { MatterView } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { DiagramView } from '../../pieces/diagram-view';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { Timeline } from '../../pieces/timeline';
import { MATTERS } from './about-link';
import { HeldTasks } from './held-tasks';
import './incidents.css';

/** A hồ sơ, đợt xét or piece of work as an administrator keeps it moving: steps and holders, incidents, acts; no nominees, papers or proofs. */
export default function MatterPage(): ReactNode {
  const { kind: path, id } = useParams({ from: '/frame/su-co/$kind/$id' });
  const t = useText();
  const kind = path in MATTERS ? MATTERS[path as keyof typeof MATTERS] : 'dossier'; // compared just before
  const read = useRead('matter', { params: { id }, query: { kind } }, { every: 10_000 });
  if (read.data === undefined) {
    return (
      <div className="page">{read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />}</div>
    );
  }
  const { about, orgName, openTasks, instanceIds, entries } = read.data;
  return (
    <div className="page">
      <PageHead
        title={t(`matter.title.${about.kind}`, { code: about.code })}
        line={
          <>
            <span>{about.title}</span>
            <span>{orgName}</span>
          </>
        }
      >
        <Whole matter={read.data} />
        <Link className="ant-btn-like" to="/su-co">
          {t('incidents.title')}
        </Link>
      </PageHead>
      <p className="note note-blue">{t('matter.sight')}</p>
      <section className="section" aria-label={t('matter.tasks')}>
        <h2>{t('matter.tasks')}</h2>
        <HeldTasks tasks={openTasks} none={t('matter.noTasks')} />
      </section>
      <Incidents matter={read.data} />
      <section className="section" aria-label={t('timeline.title')}>
        <h2>{t('timeline.title')}</h2>
        <Timeline entries={entries} />
      </section>
      <section className="section" aria-label={t('diagram.title')}>
        <h2>{t('diagram.title')}</h2>
        {instanceIds.map((instanceId) => (
          <DiagramView key={instanceId} instanceId={instanceId} />
        ))}
      </section>
    </div>
  );
}

/** The page of the matter, where the reader's body is a party. */
function Whole({ matter }: { readonly matter: MatterView }): ReactNode {
  const t = useText();
  const { kind, id } = matter.about;
  if (!matter.mayOpen) {
    return null;
  }
  const to = { dossier: '/ho-so/$id', round: '/dot-xet/$id', work: '/phong-trao/viec/$id' } as const;
  return (
    <Link className="ant-btn-like" to={to[kind]} params={{ id }}>
      {t('matter.open')}
    </Link>
  );
}

function Incidents({ matter: { incidents } }: { readonly matter: MatterView }): ReactNode {
  const t = useText();
  return (
    <section className="section" aria-label={t('matter.incidents')}>
      <h2>{t('matter.incidents')}</h2>
      {incidents.length === 0 ? (
        <p className="muted">{t('matter.noIncidents')}</p>
      ) : (
        <ul className="plain">
          {incidents.map((incident) => (
            <li key={incident.id}>
              <Link to="/su-co/$id" params={{ id: incident.id }}>
                {incident.elementName}
              </Link>
              <span className="small muted">
                {' · '}
                {instantText(incident.raisedAt)}
                {incident.resolvedAt === null ? null : ` · ${t('matter.settled')}`}
              </span>
              <div>{t.or(`incidentCause.${incident.cause}.what`, t('incidentCause.unknown.what'))}</div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
