import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import type { WorkPanelProps } from '../panel-props';

/** What the body was asked, by whom and for when, and what has come of it. */
export function UnitPlanPanel({ work }: WorkPanelProps): ReactNode {
  const t = useText();
  const { asked, childId, stopped, why } = work.facts;
  const answer = answerOf(work.facts['answer']);
  const duty = asked !== 'cooperation';
  return (
    <section className="section" aria-label={t('movements.lifecycle.whatIsAsked')}>
      <h2>{t('movements.lifecycle.whatIsAsked')}</h2>
      <p>
        {t(`movements.lifecycle.ask.${duty ? 'duty' : 'cooperation'}`, { org: work.askedByName })}{' '}
        {work.dueOn === null ? t('movements.lifecycle.noDay') : t('movements.dueOn', { day: dayText(work.dueOn) })}
      </p>
      <p>
        <Link to="/phong-trao/$id" params={{ id: work.movementId }}>
          {t('movements.lifecycle.seePlan')}
        </Link>
      </p>
      {duty && work.status === 'open' && work.may.work && typeof childId !== 'string' ? (
        <p>
          <Link to="/phong-trao/du-thao">{t('movements.lifecycle.writeDraft')}</Link>{' '}
          <span className="small muted">{t('movements.lifecycle.writeDraftHelp')}</span>
        </p>
      ) : null}
      {typeof childId === 'string' ? (
        <p>
          <Link to="/phong-trao/$id" params={{ id: childId }}>
            {t('movements.lifecycle.ownMovement')}
          </Link>
        </p>
      ) : null}
      {answer === null ? null : (
        <div className="note note-blue">
          <div>
            <strong>{t(`movements.lifecycle.answer.${answer.outcome}`)}</strong>
            {answer.note === '' ? null : <div className="prose">{answer.note}</div>}
          </div>
        </div>
      )}
      {typeof stopped === 'string' ? (
        <p className="muted">
          {t(`movements.lifecycle.stopped.${stopped}`)} {typeof why === 'string' ? why : ''}
        </p>
      ) : null}
    </section>
  );
}

function answerOf(value: unknown): { readonly outcome: string; readonly note: string } | null {
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  const outcome: unknown = Reflect.get(value, 'outcome');
  const note: unknown = Reflect.get(value, 'note');
  return { outcome: typeof outcome === 'string' ? outcome : 'agree', note: typeof note === 'string' ? note : '' };
}
