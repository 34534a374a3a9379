import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { HoldView, ProcedureStepView, ProcedureView } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { dayText, instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { HoldDialog, ReleaseDialog } from './hold-dialogs';
import { Notices } from './notices';
import { Opinions } from './opinions';
import './procedure.css';

/** Opinions, public notice and holds of a round, and what the law still wants before the council or the submission. */
export function ProcedurePanel({ roundId }: { readonly roundId: string }): ReactNode {
  const read = useRead('roundProcedure', { params: { id: roundId } }, { every: 15_000 });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} />;
  }
  const view = read.data;
  return (
    <>
      <Steps steps={view.steps} />
      <Opinions roundId={roundId} view={view} />
      <Notices roundId={roundId} view={view} />
      <Holds view={view} />
    </>
  );
}

function Steps({ steps }: { readonly steps: readonly ProcedureStepView[] }): ReactNode {
  const t = useText();
  if (steps.length === 0) {
    return null;
  }
  return (
    <section className="section" aria-label={t('procedure.steps')}>
      <h2>{t('procedure.steps')}</h2>
      <ul className="plain procedure-list">
        {steps.map((step) => (
          <li key={`${step.ruleId}-${String(step.demanded)}`}>
            <div className="row-card-head">
              <strong>{t(`procedure.stepKind.${step.kind}`)}</strong>
              <span className={`tag tag-${step.demanded ? 'amber' : 'grey'}`}>
                {t(step.demanded ? 'procedure.demanded' : 'procedure.proposed')}
              </span>
            </div>
            <p>{step.text}</p>
            <p className="small muted">
              {step.ruleId} · {step.citation}
              {step.confirmed ? '' : ` (${t('unconfirmed.short')})`}
            </p>
            <ul className="small">
              {step.rows.map((row) => (
                <li key={row.rowId}>
                  {row.name}: {stateOf(step, row, t)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateOf(step: ProcedureStepView, row: ProcedureStepView['rows'][number], t: ReturnType<typeof useText>): string {
  if (step.kind === 'public-notice') {
    const day = row.note === null ? '' : dayText(row.note);
    return row.done ? t('procedure.row.noticed') : day === '' ? t('procedure.row.notPublished') : t('procedure.row.running', { day });
  }
  return row.done ? t('procedure.row.answered', { number: row.note ?? '' }) : t('procedure.row.open');
}

function Holds({ view }: { readonly view: ProcedureView }): ReactNode {
  const t = useText();
  const [act, setAct] = useState<{ readonly kind: 'hold' | 'release'; readonly rowId: string } | null>(null);
  const open = view.rows.filter((row) => row.state === 'open' || row.state === 'held');
  const found = view.rows.find((row) => row.rowId === act?.rowId);
  const row = found === undefined ? null : { id: found.rowId, name: found.name, version: found.version };
  const close = (): void => {
    setAct(null);
  };
  if (view.holds.length === 0 && (!view.may.run || open.length === 0)) {
    return null;
  }
  return (
    <section className="section" aria-label={t('procedure.holds')}>
      <h2>{t('procedure.holds')}</h2>
      <ul className="plain procedure-list">
        {view.holds.map((hold) => (
          <Hold key={`${hold.rowId}-${hold.heldAt}`} hold={hold} />
        ))}
      </ul>
      {view.may.run ? (
        <ul className="plain procedure-list">
          {open.map((one) => (
            <li key={one.rowId} className="row-card-head">
              <span>
                {one.name} · {one.awardName}
              </span>
              <Button
                size="small"
                onClick={() => {
                  setAct({ kind: one.state === 'held' ? 'release' : 'hold', rowId: one.rowId });
                }}
              >
                {t(one.state === 'held' ? 'rows.act.release' : 'rows.act.hold')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {row === null ? null : act?.kind === 'hold' ? <HoldDialog row={row} onClose={close} /> : <ReleaseDialog row={row} onClose={close} />}
    </section>
  );
}

function Hold({ hold }: { readonly hold: HoldView }): ReactNode {
  const t = useText();
  return (
    <li>
      <div className="row-card-head">
        <strong>{hold.rowName}</strong>
        <span className={`tag tag-${hold.releasedAt === null ? 'red' : 'calm'}`}>
          {t(hold.releasedAt === null ? 'procedure.held' : 'procedure.released')}
        </span>
      </div>
      <p className="small">
        {t(`procedure.holdKind.${hold.kind}`)} · {hold.ground} · {instantText(hold.heldAt)}
      </p>
      {hold.paper === null ? null : (
        <p className="small">
          {t('procedure.closingPaper', { number: hold.paper.number, day: dayText(hold.paper.date), body: hold.paper.body })}{' '}
          {hold.violation === null ? '' : t(hold.violation ? 'procedure.hold.violation' : 'procedure.hold.clean')}
        </p>
      )}
    </li>
  );
}
