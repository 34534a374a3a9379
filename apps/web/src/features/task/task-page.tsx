import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useNavigate, useParams, Link } from '@tanstack/react-router';
import type { TaskView } from '@thidua/contract';
import { useRead, useSession } from '../../api/queries';
import { withDeskTexts } from '../../i18n/i18n';
import { useText } from '../../i18n/use-text';
import { AuthorityLine } from '../../pieces/authority-line';
import { DeadlineTag } from '../../pieces/deadline-tag';
import { DiagramView } from '../../pieces/diagram-view';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { SplitPane } from '../../pieces/split-pane';
import { BudgetLine } from '../money/budget-line';
import { TaskPapers } from './task-papers';
import './task.css';

/** The form comes after the page's first line and its papers. */
const TaskWork = lazy(async () => ({ default: (await import('./task-work')).TaskWork }));

/** Brings the texts of movements with it. */
const WorkOfTask = lazy(withDeskTexts(async () => ({ default: (await import('../movements/work-of-task')).WorkOfTask })));

/** Administrators only. */
const ReassignButton = lazy(withDeskTexts(async () => ({ default: (await import('../incidents/reassign-button')).ReassignButton })));

/** One task: what it is and until when, whether this person may do it, the form, and the step's papers beside it. */
export default function TaskPage(): ReactNode {
  const { id } = useParams({ from: '/frame/viec/$id' });
  const t = useText();
  const task = useRead('task', { params: { id } });
  if (task.data === undefined) {
    return (
      <div className="page">{task.error === null ? <Loading /> : <ErrorNote error={task.error} onRetry={() => void task.refetch()} />}</div>
    );
  }
  if (task.data.step === 'ballot') {
    return <ToBallot task={task.data} />;
  }
  return (
    <div className="page">
      <PageHead title={task.data.name} line={<TaskLine task={task.data} />}>
        <HandOn task={task.data} />
      </PageHead>
      <AuthorityLine authority={task.data.authority} />
      {task.data.step === 'decision' && task.data.roundId !== null ? <BudgetLine roundId={task.data.roundId} /> : null}
      {typeof task.data.context['workId'] === 'string' ? (
        <Suspense fallback={<Loading />}>
          <WorkOfTask workId={task.data.context['workId']} step={task.data.step ?? ''} />
        </Suspense>
      ) : null}
      <SplitPane
        name="task"
        left={
          <Suspense fallback={<Loading />}>
            <TaskWork key={task.data.id} task={task.data} onReload={() => void task.refetch()} />
          </Suspense>
        }
        right={task.data.paperIds.length === 0 ? null : <TaskPapers task={task.data} />}
      />
      <section className="section" aria-label={t('diagram.title')}>
        <h2>{t('diagram.title')}</h2>
        <DiagramView instanceId={task.data.instanceId} />
      </section>
    </div>
  );
}

function HandOn({ task }: { readonly task: TaskView }): ReactNode {
  const session = useSession();
  const admin = session.data?.positions.some((position) => position.role === 'admin') === true;
  return admin && task.status === 'open' ? (
    <Suspense fallback={null}>
      <ReassignButton taskId={task.id} name={task.name} />
    </Suspense>
  ) : null;
}

function TaskLine({ task }: { readonly task: TaskView }): ReactNode {
  const t = useText();
  return (
    <>
      {task.dossierId !== null ? (
        <Link to="/ho-so/$id" params={{ id: task.dossierId }}>
          {task.code}
        </Link>
      ) : task.roundId !== null ? (
        <Link to="/dot-xet/$id" params={{ id: task.roundId }}>
          {task.code}
        </Link>
      ) : typeof task.context['workId'] === 'string' ? (
        <Link to="/phong-trao/viec/$id" params={{ id: task.context['workId'] }}>
          {task.code}
        </Link>
      ) : (
        <span>{task.code}</span>
      )}
      <span>{task.subject}</span>
      <span>{task.orgName}</span>
      {task.status === 'open' ? (
        <DeadlineTag deadline={task.deadline} />
      ) : (
        <span className="tag tag-grey">{t(`taskState.${task.status}`)}</span>
      )}
    </>
  );
}

/** The ballot has its own page: the task only leads there. */
function ToBallot({ task }: { readonly task: TaskView }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const known = [task.context['sessionId'], task.context['session']].find((value) => typeof value === 'string');
  const round = useRead('round', { params: { id: task.roundId ?? '' } }, { enabled: known === undefined && task.roundId !== null });
  // A head votes in his cluster without sight of the lead body's round.
  const clusters = useRead('clusters', {}, { enabled: known === undefined && task.roundId !== null });
  const meeting = clusters.data?.clusters.find((cluster) => cluster.roundId === task.roundId)?.meetingId ?? null;
  const session = known ?? round.data?.sessionId ?? null;
  useEffect(() => {
    if (meeting !== null) {
      void navigate({ to: '/cum-khoi/luot/$id', params: { id: meeting }, replace: true });
    } else if (session !== null) {
      void navigate({ to: '/phien-hop/$id', params: { id: session }, replace: true });
    }
  }, [navigate, session, meeting]);
  return (
    <div className="page">
      {round.error === null || clusters.isPending || meeting !== null ? (
        <Loading what={t('ballot.opening')} />
      ) : (
        <ErrorNote error={round.error} />
      )}
    </div>
  );
}
