import type { ReactNode } from 'react';
import type { BackPlanView, DossierLimits, LimitLine } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { dayText, instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import './calendar.css';

/** Thời hạn của hồ sơ: each legal limit in both readings, what stopped and restarted it, and until when the next level can still be reached. */
export function LimitPanel({ dossierId }: { readonly dossierId: string }): ReactNode {
  const t = useText();
  const limits = useRead('dossierLimits', { params: { id: dossierId } }, { every: 30_000 });
  if (limits.data === undefined) {
    return limits.error === null ? null : <ErrorNote error={limits.error} />;
  }
  const { lines, events, plans } = limits.data;
  if (lines.length === 0 && events.length === 0 && plans.length === 0) {
    return null;
  }
  return (
    <section className="section" aria-label={t('limits.title')}>
      <h2>{t('limits.title')}</h2>
      {lines.length === 0 ? <p className="muted">{t('limits.none')}</p> : null}
      {lines.map((line) => (
        <Line key={`${line.ruleId}/${line.rowSeqs.join()}`} line={line} />
      ))}
      <Events events={events} />
      {plans.map((plan) => (
        <Plan key={`${plan.award}/${plan.targetOn}`} plan={plan} />
      ))}
    </section>
  );
}

function Line({ line }: { readonly line: LimitLine }): ReactNode {
  const t = useText();
  const tone = line.status === 'ended' ? 'grey' : line.overdue ? 'red' : line.status === 'running' ? 'calm' : 'grey';
  return (
    <article className="limit-line" aria-label={line.ruleId}>
      <header>
        <strong>
          {line.ruleId} · {line.text}
        </strong>
        <span className={`tag tag-${tone}`}>{standOf(line, t)}</span>
      </header>
      <p className="small muted">
        {[
          t(`limits.unit.${line.unit}`, { days: line.legalDays }),
          t(`limits.startsAt.${line.startsAt}`),
          t(`limits.onSupplement.${line.onSupplement}`),
          t(`limits.onOpinion.${line.onOpinion}`),
          t('limits.rows', { rows: line.rowSeqs.join(', ') }),
        ].join(' · ')}
      </p>
      <table>
        <thead>
          <tr>
            {['reading', 'start', 'elapsed', 'due'].map((name) => (
              <th key={name} scope="col">
                {t(`limits.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {line.readings.map((reading) => (
            <tr key={reading.from}>
              <th scope="row">
                {reading.from === line.startsAt ? (
                  <strong>{t(`limits.reading.${reading.from}`)}</strong>
                ) : (
                  t(`limits.reading.${reading.from}`)
                )}
              </th>
              <td>{reading.startedOn === null ? t('limits.notStarted') : dayText(reading.startedOn)}</td>
              <td>{t('limits.elapsed', { days: reading.elapsedDays, legal: line.legalDays })}</td>
              <td>{reading.dueOn === null ? '–' : dayText(reading.dueOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="why">
        {line.citation}
        {line.confirmed ? '' : ` (${t('unconfirmed.short')})`}
      </p>
    </article>
  );
}

function standOf(line: LimitLine, t: ReturnType<typeof useText>): string {
  if (line.endedOn !== null) {
    return t('limits.ended', { day: dayText(line.endedOn) });
  }
  if (line.dueOn === null) {
    return t(line.status === 'paused' ? 'limits.paused' : 'limits.waiting');
  }
  return t(line.overdue ? 'limits.overdue' : 'limits.due', { day: dayText(line.dueOn), days: Math.abs(line.remainingDays) });
}

function Events({ events }: { readonly events: DossierLimits['events'] }): ReactNode {
  const t = useText();
  return events.length === 0 ? null : (
    <details className="small">
      <summary>{t('limits.events', { count: events.length })}</summary>
      <ul>
        {events.map((event) => (
          <li key={`${event.kind}/${event.at}/${String(event.rowSeq)}`}>
            {instantText(event.at)} · {t(`limits.event.${event.kind}`)}
            {event.rowSeq === null ? '' : ` (${t('limits.rows', { rows: String(event.rowSeq) })})`}
            {event.by === null ? '' : ` · ${event.by}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Plan({ plan }: { readonly plan: BackPlanView }): ReactNode {
  const t = useText();
  return (
    <div className={`note ${plan.passed ? 'note-amber' : 'note-blue'}`}>
      <div>
        <strong>
          {plan.awardName}: {t(plan.passed ? 'limits.safePassed' : 'limits.safe', { day: dayText(plan.latestSafeOn) })}
        </strong>
        <p className="small">
          {t('limits.target', { day: dayText(plan.targetOn) })}
          {plan.targetRuleId === null ? '' : ` · ${plan.targetRuleId} · ${plan.targetText ?? ''}`}
        </p>
        <ol className="back-steps small">
          {plan.steps.toReversed().map((step) => (
            <li key={step.ruleId}>
              {step.ruleId} · {step.text}: {t(`limits.unit.${step.unit}`, { days: step.days })}, {dayText(step.startOn)} –{' '}
              {dayText(step.endOn)}
            </li>
          ))}
        </ol>
        {plan.confirmed ? null : <p className="why">{t('unconfirmed.short')}</p>}
      </div>
    </div>
  );
}
