import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text';
import { dayWords } from './drafts/partial-day';
import type { MovementTabProps } from './tab-props';

/** What the plan says of itself, what it leaves open, and where it stands in the chain. */
export function OverviewTab({ movement }: MovementTabProps): ReactNode {
  const t = useText();
  const { plan, period, phases, questions, parents, children } = movement;
  const open = t('movements.notSaid');
  return (
    <>
      <dl className="facts">
        <dt>{t('movements.plan')}</dt>
        <dd>{plan.title}</dd>
        <dt>{t('movements.planNumber')}</dt>
        <dd>{plan.number ?? open}</dd>
        <dt>{t('movements.planDate')}</dt>
        <dd>{plan.date === null ? open : dayWords(plan.date)}</dd>
        <dt>{t('movements.period')}</dt>
        <dd>{`${dayWords(period.start) || open} - ${dayWords(period.end) || open}`}</dd>
        <dt>{t('movements.phases')}</dt>
        <dd>
          {phases.length === 0
            ? t('movements.noPhases')
            : phases.map((phase) => (
                <div key={phase.number}>
                  {t('movements.phase', { number: phase.number, start: dayWords(phase.start) || open, end: dayWords(phase.end) || open })}
                  {phase.review === null ? '' : ` · ${t(`movements.review.${phase.review}`, { year: phase.reviewYear ?? open })}`}
                </div>
              ))}
        </dd>
      </dl>
      {questions.length === 0 ? null : (
        <section className="section" aria-label={t('movements.questions')}>
          <h2>{t('movements.questions')}</h2>
          <ul>
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="section" aria-label={t('movements.chain')}>
        <h2>{t('movements.chain')}</h2>
        <ul>
          {parents.toReversed().map((parent) => (
            <li key={`${parent.id ?? ''}${parent.body}`}>
              {parent.id === null ? (
                `${parent.name} (${parent.body})`
              ) : (
                <Link to="/phong-trao/$id" params={{ id: parent.id }}>{`${parent.name} (${parent.body})`}</Link>
              )}
            </li>
          ))}
          <li>
            <strong>{`${movement.name} (${movement.orgName})`}</strong>
          </li>
          {children.map((child) => (
            <li key={child.id}>
              <Link to="/phong-trao/$id" params={{ id: child.id }}>{`${child.name} (${child.body})`}</Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
