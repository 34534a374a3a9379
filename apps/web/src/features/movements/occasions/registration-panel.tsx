import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import type { WorkPanelProps } from '../panel-props';
import { linesText } from './both-sides';
import { RegistrationForm } from './registration-form';
import './occasions.css';

/** What a unit was invited to: its registration, what may be proposed by which line of the plan, and what it has handed in. */
export function RegistrationPanel({ work, onChanged }: WorkPanelProps): ReactNode {
  const t = useText();
  const read = useRead('registration', { params: { id: work.id } });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const registration = read.data;
  const { registerBy, closesOn, answer, awards, rows, dossiers, may } = registration;
  return (
    <>
      {registerBy === null ? null : (
        <section className="section" aria-label={t('movements.occasions.registration')}>
          <h2>
            {t('movements.occasions.registration')}{' '}
            <span className={`tag ${answer === 'registered' ? 'tag-green' : 'tag-grey'}`}>
              {t(`movements.occasions.answer.${answer ?? 'open'}`)}
            </span>
          </h2>
          <p className="help">{t('movements.occasions.registersTill', { day: dayText(registerBy) })}.</p>
          {may.edit ? (
            <RegistrationForm
              key={rows.length}
              registration={registration}
              onSaved={() => {
                void read.refetch();
                onChanged();
              }}
            />
          ) : (
            <ol>
              {rows.map((row, index) => (
                <li key={`${String(index)} ${row.name}`}>
                  <strong>{row.name}</strong>
                  {row.title === '' ? '' : `, ${row.title}`}: {row.awardName}
                  {row.goals === '' ? null : <div className="small prose">{row.goals}</div>}
                </li>
              ))}
            </ol>
          )}
        </section>
      )}
      <section className="section" aria-label={t('movements.occasions.offered')}>
        <h2>{t('movements.occasions.offered')}</h2>
        <ul className="menu-list">
          {awards.map((award) => (
            <li key={award.code}>
              <strong>{award.name}</strong>: {award.decider}
              {award.plan === null ? null : <span className="small muted"> ({linesText(t, award.plan.from, award.plan.to)})</span>}
            </li>
          ))}
        </ul>
      </section>
      <section className="section" aria-label={t('movements.occasions.handedIn')}>
        <h2>{t('movements.occasions.handedIn')}</h2>
        {closesOn === null ? null : (
          <p className="help occasion-sentence">{t('movements.occasions.closes', { day: dayText(closesOn) })}.</p>
        )}
        {dossiers.length === 0 ? <p className="muted">{t('movements.occasions.noDossier')}</p> : null}
        <ul className="menu-list">
          {dossiers.map((one) => (
            <li key={one.id}>
              <Link to="/ho-so/$id" params={{ id: one.id }}>
                {one.code}
              </Link>{' '}
              {one.title}
            </li>
          ))}
        </ul>
        {work.may.work ? <Link to="/ho-so/moi">{t('movements.occasions.propose')}</Link> : null}
      </section>
    </>
  );
}
