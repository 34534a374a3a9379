import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { OccasionOffer } from '@thidua/contract';
import { useRead } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import type { MovementTabProps } from '../tab-props';
import { linesText } from './both-sides';
import { ConflictsSection } from './conflicts-section';
import { OpenForm } from './open-form';
import './occasions.css';

type One = OccasionOffer['occasions'][number];

/** Occasions of the movement: what the plan offers, what must be settled first, and those that were opened. */
export function OccasionsTab({ movement }: MovementTabProps): ReactNode {
  const t = useText();
  const read = useRead('occasionOffer', { params: { id: movement.id } }, { every: 20_000 });
  const [opening, setOpening] = useState<One['occasion'] | null>(null);
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const offer = read.data;
  return (
    <>
      <Held offer={offer} />
      {offer.occasions.map((one) => (
        <section key={one.occasion} className="section" aria-label={t(`movements.occasions.of.${one.occasion}`)}>
          <h2>
            {t(`movements.occasions.of.${one.occasion}`)}{' '}
            {one.years.length === 0 ? null : (
              <span className="small muted">{t('movements.occasions.inYear', { year: one.years.join(', ') })}</span>
            )}
          </h2>
          {one.occasion === 'ad-hoc' ? <p className="help">{t('movements.occasions.adHocHelp')}</p> : <Awards one={one} />}
          {one.rules.length === 0 ? null : <Rules one={one} />}
          {one.open.length > 0 ? (
            <p className="note note-amber">{t('movements.occasions.settleFirst', { count: one.open.length })}</p>
          ) : null}
          {offer.may.open && one.awards.length > 0 && one.open.length === 0 && opening !== one.occasion ? (
            <p className="occasion-bar">
              <Button
                type="primary"
                onClick={() => {
                  setOpening(one.occasion);
                }}
              >
                {t('movements.occasions.open')}
              </Button>
            </p>
          ) : null}
          {opening === one.occasion ? (
            <OpenForm
              movementId={movement.id}
              one={one}
              recipients={offer.recipients}
              onClose={() => {
                setOpening(null);
              }}
            />
          ) : null}
        </section>
      ))}
      <ConflictsSection movementId={movement.id} />
    </>
  );
}

function Held({ offer }: { readonly offer: OccasionOffer }): ReactNode {
  const t = useText();
  return (
    <section className="section" aria-label={t('movements.occasions.held')}>
      <h2>{t('movements.occasions.held')}</h2>
      {offer.held.length === 0 ? <p className="muted">{t('movements.occasions.noneHeld')}</p> : null}
      <ul className="menu-list">
        {offer.held.map((one) => (
          <li key={one.workId}>
            <Link to="/phong-trao/viec/$id" params={{ id: one.workId }}>
              {t(`movements.occasions.of.${one.occasion}`)} {one.year} · {one.code}
            </Link>{' '}
            <span className="tag tag-grey">{t(`movements.status.${one.status}`)}</span>{' '}
            {one.closesOn === null ? null : (
              <span className="small muted">{t('movements.occasions.closes', { day: dayText(one.closesOn) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Awards({ one }: { readonly one: One }): ReactNode {
  const t = useText();
  if (one.awards.length === 0) {
    return <p className="muted">{t('movements.occasions.noMenu')}</p>;
  }
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['award', 'decider', 'plan'].map((name) => (
              <th key={name} scope="col">
                {t(`movements.occasions.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {one.awards.map((award) => (
            <tr key={award.code}>
              <td>{award.name}</td>
              <td>{award.decider}</td>
              <td>
                {award.plan === null ? null : (
                  <>
                    “{award.plan.quote}” <span className="small muted">{linesText(t, award.plan.from, award.plan.to)}</span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Rules({ one }: { readonly one: One }): ReactNode {
  const t = useText();
  return (
    <>
      <h3>{t('movements.occasions.rules')}</h3>
      <ul className="menu-list">
        {one.rules.map((rule) => (
          <li key={rule.id}>
            {rule.text}{' '}
            <span className="small muted">
              {rule.id}, {linesText(t, rule.plan.from, rule.plan.to)}: “{rule.plan.quote}”
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
