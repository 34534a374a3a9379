import type { ReactNode } from 'react';
import type { InspectionView } from '@thidua/contract';
import { useRead } from '../../../api/queries';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import type { WorkPanelProps } from '../panel-props';
import { InspectionPlanForm } from './inspection-plan-form';
import { TeamForm } from './team-form';
import { UnitTable } from './unit-table';
import './judging.css';

/** An inspection: first its plan, then its team, then the bodies one by one. */
export function InspectionPanel({ work }: WorkPanelProps): ReactNode {
  const t = useText();
  const read = useRead('inspection', { params: { id: work.id } }, { every: 20_000 });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const inspection = read.data;
  return (
    <>
      {inspection.may.plan ? (
        <InspectionPlanForm key={`plan-${inspection.workId}`} inspection={inspection} />
      ) : (
        <PlanShown inspection={inspection} />
      )}
      {inspection.may.team ? <TeamForm key={`team-${inspection.workId}`} inspection={inspection} /> : null}
      {!inspection.may.team && inspection.team.length > 0 ? (
        <section className="section">
          <h2>{t('movements.judging.team')}</h2>
          <ul>
            {inspection.team.map(({ name, title, role }) => (
              <li key={`${name}-${role}`}>
                {name}
                {title === '' ? '' : `, ${title}`} – {t(`movements.judging.teamRole.${role}`)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {inspection.units.length === 0 ? null : (
        <section className="section">
          <h2>{t('movements.judging.units')}</h2>
          <UnitTable units={inspection.units} />
        </section>
      )}
    </>
  );
}

function PlanShown({ inspection }: { readonly inspection: InspectionView }): ReactNode {
  const t = useText();
  const { periodFrom, periodTo, items, bodies } = inspection;
  return (
    <section className="section">
      <h2>{t('movements.judging.plan')}</h2>
      {periodFrom === null || periodTo === null ? null : (
        <p>{t('movements.judging.period', { from: dayText(periodFrom), to: dayText(periodTo) })}</p>
      )}
      <ol>
        {items.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ol>
      <p className="muted">{bodies.map(({ orgName, date }) => `${orgName} (${dayText(date)})`).join('; ')}</p>
    </section>
  );
}
