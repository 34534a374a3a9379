import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { DryRunView, StepPair } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { useText, type Text } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { Instances } from './instances';
import { MappingEditor } from './mapping-editor';
import { Migrations } from './migrations';
import './what-if.css';

/** Chạy thử trên hồ sơ đang chạy: what a version would do to everything that runs, before anything is moved. */
export default function WhatIfPage(): ReactNode {
  const { id } = useParams({ from: '/frame/quy-trinh/$id/chay-thu' });
  const { lan } = useSearch({ from: '/frame/quy-trinh/$id/chay-thu' });
  const t = useText();
  const navigate = useNavigate();
  const begin = useAct('dryRun');
  const started = useRef('');
  const start = (mapping: readonly StepPair[]): void => {
    begin.mutate(
      { params: { id }, body: { mapping: [...mapping] } },
      {
        onSuccess: (run) => {
          void navigate({ to: '/quy-trinh/$id/chay-thu', params: { id }, search: { lan: run.id }, replace: true });
        },
      },
    );
  };
  useEffect(() => {
    // Opening the page is asking for the run; an address with a run shows that one.
    if (lan === undefined && started.current !== id) {
      started.current = id;
      start([]);
    }
  });
  return (
    <div className="page what-if">
      {lan === undefined ? (
        <>
          <PageHead title={t('whatIf.title')} line={<BackLink id={id} t={t} />} />
          <ErrorNote
            error={begin.error}
            onRetry={() => {
              start([]);
            }}
          />
          {begin.error === null ? <Loading what={t('whatIf.starting')} /> : null}
        </>
      ) : (
        <Run key={lan} runId={lan} definitionId={id} busy={begin.isPending} error={begin.error} onAgain={start} />
      )}
    </div>
  );
}

interface RunProps {
  readonly runId: string;
  readonly definitionId: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onAgain: (mapping: readonly StepPair[]) => void;
}

function Run({ runId, definitionId, busy, error, onAgain }: RunProps): ReactNode {
  const t = useText();
  const [isOver, setOver] = useState(false);
  const read = useRead('dryRunProgress', { params: { id: runId } }, isOver ? {} : { every: 400 });
  const run = read.data;
  useEffect(() => {
    setOver(read.error !== null || (run !== undefined && run.status !== 'running'));
  }, [read.error, run]);
  if (run === undefined) {
    return (
      <>
        <PageHead title={t('whatIf.title')} line={<BackLink id={definitionId} t={t} />} />
        {read.error === null ? <Loading what={t('whatIf.starting')} /> : null}
        {read.error === null ? null : (
          <>
            <ErrorNote error={read.error} also={t('whatIf.gone')} />
            <Button
              type="primary"
              loading={busy}
              onClick={() => {
                onAgain([]);
              }}
            >
              {t('whatIf.again')}
            </Button>
          </>
        )}
      </>
    );
  }
  // What was moved or taken back is no longer as the run saw it.
  const again = (): void => {
    onAgain(run.mapping);
  };
  const version = run.version === 0 ? t('whatIf.draft') : t('definitions.version', { version: run.version });
  return (
    <>
      <PageHead title={t('whatIf.titleOf', { name: run.name, version })} line={<BackLink id={definitionId} t={t} />}>
        <Button loading={busy} disabled={run.status === 'running'} onClick={again}>
          {t('whatIf.again')}
        </Button>
      </PageHead>
      <ErrorNote error={error} />
      <Progress run={run} />
      {run.status === 'done' ? (
        <>
          {run.unmapped.length > 0 || run.mapping.length > 0 ? <MappingEditor key={runId} run={run} busy={busy} onAgain={onAgain} /> : null}
          <Instances run={run} onMoved={again} />
        </>
      ) : null}
      {run.mayMigrate ? <Migrations definitionId={definitionId} onUndone={again} /> : null}
    </>
  );
}

function BackLink({ id, t }: { readonly id: string; readonly t: Text }): ReactNode {
  return (
    <>
      <Link to="/quy-trinh/$id" params={{ id }}>
        {t('whatIf.back')}
      </Link>
      <span>{t('whatIf.writesNothing')}</span>
    </>
  );
}

function Progress({ run }: { readonly run: DryRunView }): ReactNode {
  const t = useText();
  const { done, total, status, seconds } = run;
  if (status === 'done') {
    return (
      <p className="muted" role="status">
        {t('whatIf.done', { total, seconds: String(seconds).replace('.', ',') })}
        {run.already === 0 ? '' : ` ${t('whatIf.already', { count: run.already })}`}
      </p>
    );
  }
  if (status === 'failed') {
    return (
      <div className="note note-red" role="alert">
        <div>{t('whatIf.failed')}</div>
      </div>
    );
  }
  return (
    <div className="what-if-progress">
      <label htmlFor="what-if-progress">{t('whatIf.progress', { done, total })}</label>
      <progress id="what-if-progress" max={Math.max(total, 1)} value={done} />
    </div>
  );
}
