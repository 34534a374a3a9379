import { Suspense, type ReactNode } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import type { WorkView } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { DiagramView } from '../../pieces/diagram-view';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { OpenTasks } from '../../pieces/open-tasks';
import { PageHead } from '../../pieces/page-head';
import { PaperList } from '../../pieces/paper-list';
import { WORK_PANELS } from './work-panels';
import '../dossiers/dossier.css';

/** One piece of work: what it is about, who has it, what its kind asks for, its papers and where its process stands. */
export default function WorkPage(): ReactNode {
  const { id } = useParams({ from: '/frame/phong-trao/viec/$id' });
  const t = useText();
  const read = useRead('movementWork', { params: { id } }, { every: 10_000 });
  if (read.data === undefined) {
    return (
      <div className="page">{read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />}</div>
    );
  }
  const work = read.data;
  const Panel = WORK_PANELS[work.kind];
  return (
    <div className="page">
      <PageHead title={`${work.code} · ${work.title}`} line={<WorkLine work={work} />} />
      <div className="dossier-columns">
        <div>
          {Panel === undefined ? null : (
            <Suspense fallback={<Loading />}>
              <Panel work={work} onChanged={() => void read.refetch()} />
            </Suspense>
          )}
          {work.papers.length === 0 ? null : (
            <section className="section">
              <h2>{t('paper.title')}</h2>
              <PaperList papers={work.papers} />
            </section>
          )}
        </div>
        <aside>
          <OpenTasks tasks={work.openTasks} />
        </aside>
      </div>
      {work.instanceId === null ? null : (
        <section className="section" aria-label={t('diagram.title')}>
          <h2>{t('diagram.title')}</h2>
          <DiagramView instanceId={work.instanceId} />
        </section>
      )}
    </div>
  );
}

function WorkLine({ work }: { readonly work: WorkView }): ReactNode {
  const t = useText();
  return (
    <>
      <Link to="/phong-trao/$id" params={{ id: work.movementId }}>
        {work.movementName}
      </Link>
      <span>{work.orgName}</span>
      {work.dueOn === null ? null : <span>{t('movements.dueOn', { day: dayText(work.dueOn) })}</span>}
      <span className={`tag ${work.late ? 'tag-red' : 'tag-grey'}`}>
        {work.late ? t('movements.late') : t(`movements.status.${work.status}`)}
      </span>
    </>
  );
}
