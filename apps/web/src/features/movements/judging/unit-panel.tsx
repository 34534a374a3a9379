import type { ReactNode } from 'react';
import type { InspectedUnitView } from '@thidua/contract';
import { useRead } from '../../../api/queries';
import { dayText, timeText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import type { WorkPanelProps } from '../panel-props';
import { ChecklistForm } from './checklist-form';
import { ConclusionForm } from './conclusion-form';
import { Proofs } from './proofs';
import { FollowUp, ResultTag } from './unit-table';
import './judging.css';

const MENDING = 'khac-phuc';

/** One body of an inspection: filled in by the team, read and signed by the body, concluded, mended. */
export function UnitPanel({ work }: WorkPanelProps): ReactNode {
  const read = useRead('inspectedUnit', { params: { id: work.id } });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const unit = read.data;
  return (
    <>
      <SentBack facts={work.facts} />
      <Head unit={unit} />
      {unit.may.findings ? <ChecklistForm key={unit.workId} unit={unit} /> : <FindingsShown unit={unit} />}
      {unit.may.conclusion ? <ConclusionForm key={unit.workId} unit={unit} /> : <ConclusionShown unit={unit} />}
      <Mending unit={unit} />
    </>
  );
}

function SentBack({ facts }: { readonly facts: Readonly<Record<string, unknown>> }): ReactNode {
  const t = useText();
  const { sentBack } = facts;
  const reason: unknown = typeof sentBack === 'object' && sentBack !== null ? Reflect.get(sentBack, 'reason') : undefined;
  return typeof reason === 'string' && reason !== '' ? (
    <div className="note note-amber" role="status">
      <div>
        <strong>{t('movements.judging.sentBack')}</strong>
        <div className="prose">{reason}</div>
      </div>
    </div>
  ) : null;
}

function Head({ unit }: { readonly unit: InspectedUnitView }): ReactNode {
  const t = useText();
  return (
    <p className="judge-counts">
      {unit.inspectOn === null ? null : <span>{t('movements.judging.when', { day: dayText(unit.inspectOn), place: unit.place })}</span>}
      <span>{t('movements.judging.counts', unit.counts)}</span>
      {unit.result === null ? null : <ResultTag result={unit.result} />}
      <FollowUp one={unit} />
    </p>
  );
}

function FindingsShown({ unit }: { readonly unit: InspectedUnitView }): ReactNode {
  const t = useText();
  if (unit.findings.every(({ result }) => result === null)) {
    return (
      <section className="section">
        <h2>{t('movements.judging.checklist')}</h2>
        <ol>
          {unit.findings.map(({ item, content }) => (
            <li key={item}>{content}</li>
          ))}
        </ol>
      </section>
    );
  }
  return (
    <section className="section" aria-label={t('movements.judging.checklist')}>
      <h2>{t('movements.judging.checklist')}</h2>
      {unit.findings.map(({ item, content, result, remark, documents }, at) => (
        <div className="check-item" key={item} data-result={result ?? 'none'}>
          <strong>{`${String(at + 1)}. ${content}`}</strong>
          <p>
            <span className={`tag ${result === 'met' ? 'tag-calm' : result === 'unmet' ? 'tag-red' : 'tag-grey'}`}>
              {result === null ? t('movements.judging.notYet') : t(`movements.judging.finding.${result}`)}
            </span>{' '}
            {remark}
          </p>
          {documents === '' ? null : <p className="small muted">{documents}</p>}
          <Proofs workId={unit.workId} place={item} proofs={unit.proofs} mayAdd={false} />
        </div>
      ))}
      {unit.minutes.requests.length === 0 ? null : (
        <>
          <h3>{t('movements.judging.teamRequests')}</h3>
          <ul>
            {unit.minutes.requests.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {unit.answer.length === 0 ? null : (
        <div className="note note-blue">
          <div>
            <strong>{t('movements.judging.answer')}</strong>
            <div className="prose">{unit.answer.join('\n')}</div>
          </div>
        </div>
      )}
      {unit.signed === null ? null : (
        <p>{t('movements.judging.signedBy', { name: unit.signed.name, title: unit.signed.title, at: timeText(unit.signed.at) })}</p>
      )}
    </section>
  );
}

function ConclusionShown({ unit }: { readonly unit: InspectedUnitView }): ReactNode {
  const t = useText();
  const { result, summary, strengths, shortcomings, awards, requests } = unit.conclusion;
  if (result === null) {
    return null;
  }
  return (
    <section className="section" aria-label={t('movements.judging.conclusion')}>
      <h2>{t('movements.judging.conclusion')}</h2>
      {Object.entries({ summary, strengths, shortcomings, awards }).map(([name, lines]) =>
        lines.length === 0 ? null : (
          <div key={name}>
            <h3>{t(`movements.judging.conclude.${name}`)}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ),
      )}
      {requests.length === 0 ? null : (
        <>
          <h3>{t('movements.judging.followUps')}</h3>
          <ul>
            {requests.map(({ request, dueOn }) => (
              <li key={request}>{dueOn === null ? request : `${request} (${t('movements.dueOn', { day: dayText(dueOn) })})`}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Mending({ unit }: { readonly unit: InspectedUnitView }): ReactNode {
  const t = useText();
  const adding = unit.may.proofs && !unit.may.findings;
  if (unit.followUpDue === null || (!adding && unit.followUpReport === null)) {
    return null;
  }
  return (
    <section className="section" aria-label={t('movements.judging.mending')}>
      <h2>{t('movements.judging.mending')}</h2>
      {unit.followUpReport === null ? <p>{t('movements.judging.mendHelp')}</p> : <p className="prose">{unit.followUpReport}</p>}
      <Proofs workId={unit.workId} place={MENDING} proofs={unit.proofs} mayAdd={adding} />
    </section>
  );
}
