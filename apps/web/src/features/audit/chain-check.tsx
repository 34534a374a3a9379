import { useEffect, useState, type ReactNode } from 'react';
import { SafetyCertificateOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { AuditLineView, ChainFaultView, TrailCheckView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText, type Text } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { AuditLine, SubjectName } from './audit-line';

interface Props {
  readonly runId: string | undefined;
  /** One subject; undefined: the whole province. */
  readonly subjectId: string | undefined;
  readonly onBegun: (runId: string) => void;
}

/** 'Kiểm tra chuỗi': begins on the server, tells how far it is, and ends in words. */
export function ChainCheck({ runId, subjectId, onBegun }: Props): ReactNode {
  const t = useText();
  const begin = useAct('checkTrail');
  return (
    <section className="section audit-check" aria-labelledby="audit-check">
      <div className="audit-check-head">
        <h2 id="audit-check">{t('audit.check.title')}</h2>
        <Button
          type="primary"
          icon={<SafetyCertificateOutlined aria-hidden />}
          loading={begin.isPending}
          onClick={() => {
            begin.mutate(
              { body: { subjectId: subjectId ?? null } },
              {
                onSuccess: (run) => {
                  onBegun(run.id);
                },
              },
            );
          }}
        >
          {t(subjectId === undefined ? 'audit.check.all' : 'audit.check.one')}
        </Button>
      </div>
      <p className="muted">{t('audit.check.line')}</p>
      <ErrorNote error={begin.error} />
      {runId === undefined ? <LastCheck /> : <Run key={runId} runId={runId} />}
    </section>
  );
}

/** From the trail itself: who checked last, when, and what came of it. */
function LastCheck(): ReactNode {
  const t = useText();
  const read = useRead('auditLines', { query: { action: 'chains-checked', limit: 1 } });
  const line = read.data?.lines[0];
  if (read.data === undefined) {
    return null;
  }
  return line === undefined ? <p>{t('audit.check.never')}</p> : <Told line={line} />;
}

function Told({ line }: { readonly line: AuditLineView }): ReactNode {
  const t = useText();
  return (
    <>
      <p>{t('audit.check.last')}</p>
      <ol className="audit-lines">
        <AuditLine line={line} />
      </ol>
    </>
  );
}

function Run({ runId }: { readonly runId: string }): ReactNode {
  const t = useText();
  const [isOver, setOver] = useState(false);
  const read = useRead('trailCheck', { params: { id: runId } }, isOver ? {} : { every: 400 });
  const check = read.data;
  useEffect(() => {
    setOver(read.error !== null || (check !== undefined && check.status !== 'running'));
  }, [read.error, check]);
  if (read.error !== null) {
    return <ErrorNote error={read.error} also={t('audit.check.gone')} />;
  }
  if (check === undefined || check.status === 'running') {
    const { done, total } = check ?? { done: 0, total: 0 };
    return (
      <div className="audit-progress">
        <label htmlFor="audit-progress">{t('audit.check.progress', { done: countText(done), total: countText(total) })}</label>
        <progress id="audit-progress" max={Math.max(total, 1)} value={done} />
      </div>
    );
  }
  return check.status === 'failed' ? (
    <div className="note note-red" role="alert">
      <div>{t('audit.check.failed')}</div>
    </div>
  ) : (
    <Result check={check} />
  );
}

function Result({ check }: { readonly check: TrailCheckView }): ReactNode {
  const t = useText();
  const counts = {
    ...{ lines: countText(check.total), chains: countText(check.chains), seals: countText(check.seals) },
    ...{ at: instantText(check.startedAt), seconds: String(check.seconds).replace('.', ',') },
  };
  const what = check.subject === null ? t('audit.check.ofAll') : `${check.subject.kind} ${check.subject.name}`;
  return (
    <>
      <div className={`note ${check.brokenCount === 0 ? 'note-green' : 'note-red'}`} role={check.brokenCount === 0 ? 'status' : 'alert'}>
        {check.brokenCount === 0 ? <SafetyCertificateOutlined aria-hidden /> : <WarningOutlined aria-hidden />}
        <div>
          <strong>
            {what}: {check.brokenCount === 0 ? t('audit.check.whole') : t('audit.check.broken', { count: check.brokenCount })}
          </strong>
          <div>{t(check.subject === null ? 'audit.check.counts' : 'audit.check.countsOne', counts)}</div>
          {check.brokenCount === 0 ? null : <div>{t('audit.check.todo')}</div>}
        </div>
      </div>
      {check.seal === null ? null : (
        <p className="small">
          {t('audit.check.seal', { n: check.seal.n, at: instantText(check.seal.at) })} <code className="audit-hash">{check.seal.hash}</code>
        </p>
      )}
      {check.broken.map((fault, index) => (
        <Fault key={`${fault.subject?.id ?? 'seal'}-${String(index)}`} fault={fault} t={t} />
      ))}
      {check.brokenCount > check.broken.length ? <p>{t('audit.check.more', { count: check.brokenCount - check.broken.length })}</p> : null}
    </>
  );
}

/** A broken chain: what kind of fault, the line opened between its neighbours, and what to do about it. */
function Fault({ fault: found, t }: { readonly fault: ChainFaultView; readonly t: Text }): ReactNode {
  const { fault, subject, number, around } = found;
  const kind = fault === 'tail' && number === null ? 'gone' : fault;
  const isThere = around.some((line) => line.number === number);
  return (
    <article className="audit-fault">
      <h3>{subject === null ? t('audit.fault.seals') : <SubjectName subject={subject} />}</h3>
      <p>
        <strong>{t(`audit.fault.${kind}.what`, { number: number ?? '' })}</strong> {t(`audit.fault.${kind}.todo`)}
      </p>
      {around.length === 0 ? null : (
        <ol className="audit-lines">
          {around.map((line) => (
            <AuditLine key={line.number} line={line} mark={isThere && line.number === number ? t(`audit.fault.${kind}.mark`) : null} />
          ))}
        </ol>
      )}
    </article>
  );
}

/** 1000000 → '1.000.000'. */
function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}
