import type { ReactNode } from 'react';
import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import type { WhatIfInstance } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText, type Text } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { codeOf, reasonText } from './lines';
import { VerdictTag } from './verdict';

interface Props {
  readonly runId: string;
  readonly instanceId: string;
  readonly onClose: () => void;
}

type Side = WhatIfInstance['before'];

/** One instance before and after: where it stands, who has it, until when, and the steps that would still come. */
export function InstanceDialog({ runId, instanceId, onClose }: Props): ReactNode {
  const t = useText();
  const read = useRead('dryRunInstance', { params: { id: runId, instanceId } });
  const view = read.data;
  return (
    <Dialog
      title={view === undefined ? t('whatIf.opening') : t('whatIf.beforeAfter', { code: codeOf(view) })}
      onClose={onClose}
      foot={<Button onClick={onClose}>{t('action.close')}</Button>}
    >
      <ErrorNote error={read.error} onRetry={() => void read.refetch()} />
      {view === undefined ? read.error === null ? <Loading /> : null : <View view={view} />}
    </Dialog>
  );
}

function View({ view }: { readonly view: WhatIfInstance }): ReactNode {
  const t = useText();
  const { before, after } = view;
  return (
    <div className="what-if-view">
      <p>
        <VerdictTag verdict={view.verdict} />{' '}
        {view.dossierId === null ? null : (
          <Link to="/ho-so/$id" params={{ id: view.dossierId }}>
            {t('whatIf.toDossier')}
          </Link>
        )}
        {view.roundId === null ? null : (
          <Link to="/dot-xet/$id" params={{ id: view.roundId }}>
            {t('whatIf.toRound')}
          </Link>
        )}
      </p>
      {view.reasons.length === 0 ? <p>{t('whatIf.nothingChanges')}</p> : null}
      <ul className="what-if-reasons">
        {view.reasons.map((reason) => (
          <li key={`${reason.code}/${reason.elementId}`}>{reasonText(reason, t)}</li>
        ))}
      </ul>
      <h3>{t('whatIf.stands')}</h3>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('whatIf.side')}</span>
              </th>
              {['at', 'who', 'due', 'form'].map((name) => (
                <th key={name} scope="col">
                  {t(`whatIf.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Places side={before} label={t('whatIf.before', { version: before.version })} />
            {after === null ? null : <Places side={after} label={sideName(after, t)} against={before} />}
          </tbody>
        </table>
      </div>
      {after === null ? <p className="why">{t('whatIf.notMovable')}</p> : <Ahead before={before} after={after} />}
      {view.changes.length === 0 ? null : (
        <>
          <h3>{t('whatIf.changes')}</h3>
          <ul>
            {view.changes.map((change) => (
              <li key={`${change.elementId}/${change.text}`}>{change.text}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function sideName({ version }: Side, t: Text): string {
  return version === 0 ? t('whatIf.afterDraft') : t('whatIf.after', { version });
}

function Places({ side, label, against }: { readonly side: Side; readonly label: string; readonly against?: Side }): ReactNode {
  const t = useText();
  return side.places.map((place, n) => {
    const old = against?.places[n];
    const cell = (text: string, before: string | undefined): ReactNode =>
      old === undefined || text === before ? text : <mark className="what-if-new">{text}</mark>;
    const due = (at: string | null | undefined): string => (at === null || at === undefined ? t('whatIf.noDue') : dayText(at));
    return (
      <tr key={place.elementId}>
        <th scope="row">{n === 0 ? label : ''}</th>
        <td>{cell(place.name, old?.name)}</td>
        <td>
          {cell(
            place.who ?? t.or(`waitsFor.${place.waitsFor}`, '–'),
            old === undefined ? undefined : (old.who ?? t.or(`waitsFor.${old.waitsFor}`, '–')),
          )}
        </td>
        <td className="nowrap">{cell(due(place.dueAt), due(old?.dueAt))}</td>
        <td>{cell(place.form ?? '–', old?.form ?? '–')}</td>
      </tr>
    );
  });
}

/** Steps that would be done otherwise stand first; the rest is there for who wants to see it. */
function Ahead({ before, after }: { readonly before: Side; readonly after: Side }): ReactNode {
  const t = useText();
  const steps = [...new Map([...before.ahead, ...after.ahead].map((step) => [step.elementId, step])).values()].map((step) => ({
    ...step,
    old: stepText(before, step.elementId, t),
    next: stepText(after, step.elementId, t),
  }));
  const changed = steps.filter((step) => step.old !== step.next);
  const same = steps.filter((step) => step.old === step.next);
  return (
    <>
      <h3>{t('whatIf.ahead')}</h3>
      {changed.length === 0 ? <p className="muted">{t('whatIf.aheadSame')}</p> : <Steps steps={changed} />}
      {same.length === 0 ? null : (
        <details className="small">
          <summary>{t('whatIf.unchanged', { count: same.length })}</summary>
          <Steps steps={same} />
        </details>
      )}
    </>
  );
}

interface SeenStep {
  readonly elementId: string;
  readonly name: string;
  readonly old: string;
  readonly next: string;
}

function Steps({ steps }: { readonly steps: readonly SeenStep[] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll what-if-ahead">
      <table className="data">
        <thead>
          <tr>
            {['step', 'before', 'after'].map((name) => (
              <th key={name} scope="col">
                {t(`whatIf.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map(({ elementId, name, old, next }) => (
            <tr key={elementId}>
              <th scope="row">{name}</th>
              <td>{old}</td>
              <td>{old === next ? t('whatIf.same') : <mark className="what-if-new">{next}</mark>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function stepText({ ahead }: Side, elementId: string, t: Text): string {
  const step = ahead.find((one) => one.elementId === elementId);
  if (step === undefined) {
    return t('whatIf.notOnWay');
  }
  const limit = step.workingDays === null ? t('whatIf.noLimit') : t('whatIf.days', { days: step.workingDays });
  return [step.who ?? t('whatIf.nobodyYet'), step.row === null ? limit : t('whatIf.byRow', { limit, row: step.row })].join(' · ');
}
