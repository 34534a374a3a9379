import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import type { WorkPanelProps } from '../panel-props';
import './occasions.css';

/** An occasion from the office that holds it: days, round, who registered to win what and who handed in. */
export function OccasionPanel({ work }: WorkPanelProps): ReactNode {
  const t = useText();
  const read = useRead('movementOccasion', { params: { id: work.id } }, { every: 20_000 });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const { registerBy, closesOn, roundId, roundCode, counts, units } = read.data;
  return (
    <>
      <section className="section" aria-label={t('movements.occasions.days')}>
        <h2>{t('movements.occasions.days')}</h2>
        <p>
          {registerBy === null
            ? t('movements.occasions.noRegistration')
            : t('movements.occasions.registersTill', { day: dayText(registerBy) })}
          {closesOn === null ? '' : `; ${t('movements.occasions.closes', { day: dayText(closesOn) })}`}.{' '}
          {roundId === null ? (
            t('movements.occasions.noRound')
          ) : (
            <Link to="/dot-xet/$id" params={{ id: roundId }}>
              {t('movements.occasions.round', { code: roundCode ?? '' })}
            </Link>
          )}
        </p>
        {counts.length === 0 ? null : (
          <ul className="menu-list">
            {counts.map((one) => (
              <li key={one.award}>
                <strong>{one.name}</strong>:{' '}
                {t('movements.occasions.counted', {
                  collectives: one.collectives,
                  households: one.households,
                  individuals: one.individuals,
                })}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="section" aria-label={t('movements.occasions.units')}>
        <h2>{t('movements.occasions.units')}</h2>
        {units.length === 0 ? <p className="muted">{t('movements.occasions.nobodyYet')}</p> : null}
        <div className="table-scroll">
          <table className="data">
            <thead>
              <tr>
                {['unit', 'answer', 'registered', 'dossiers'].map((name) => (
                  <th key={name} scope="col">
                    {t(`movements.occasions.column.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <tr key={unit.workId}>
                  <td>
                    <Link to="/phong-trao/viec/$id" params={{ id: unit.workId }}>
                      {unit.orgName}
                    </Link>
                  </td>
                  <td>
                    {registerBy === null ? null : (
                      <span
                        className={`tag ${unit.answer === 'registered' ? 'tag-green' : unit.answer === 'late' ? 'tag-red' : 'tag-grey'}`}
                      >
                        {t(`movements.occasions.answer.${unit.answer ?? 'open'}`)}
                      </span>
                    )}{' '}
                    {unit.reason === null ? null : <span className="small muted">{unit.reason}</span>}
                  </td>
                  <td>{unit.registered}</td>
                  <td>{unit.dossiers}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}
