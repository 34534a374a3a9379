import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { MovementDetail, ReportOffer } from '@thidua/contract';
import { useAct, useRead, useSession } from '../../../api/queries';
import { DayField } from '../../../forms/day-field';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { WhyDisabled } from '../../../pieces/why-disabled';

const OCCASIONS = ['annual', 'interim', 'final'] as const;
type Occasion = (typeof OCCASIONS)[number];

/** Calling reports: which, by the plan's day or one set here, of whom. */
export function CallForm({ movement, onDone }: { readonly movement: MovementDetail; readonly onDone: () => void }): ReactNode {
  const t = useText();
  const [occasion, setOccasion] = useState<Occasion>('annual');
  const session = useSession();
  const [chosen, setYear] = useState<number | null>(null);
  const year = chosen ?? Number((session.data?.clock.now ?? '').slice(0, 4));
  const offer = useRead('reportOffer', { params: { id: movement.id }, query: { occasion, year } }, { enabled: year >= 2000 });
  return (
    <section className="section report-form" aria-label={t('movements.reports.call')}>
      <h2>{t('movements.reports.call')}</h2>
      <div className="report-file">
        <div className="field">
          <label className="field-label" htmlFor="call-occasion">
            {t('movements.reports.which')}
          </label>
          <select
            id="call-occasion"
            className="form-input"
            value={occasion}
            onChange={(event) => {
              setOccasion(OCCASIONS.find((one) => one === event.target.value) ?? 'annual');
            }}
          >
            {OCCASIONS.map((one) => (
              <option key={one} value={one}>
                {t(`movements.reports.occasion.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label className="field-label" htmlFor="call-year">
            {t('movements.reports.year')}
          </label>
          <input
            id="call-year"
            type="number"
            className="form-input"
            min={2020}
            max={2100}
            value={year}
            onChange={(event) => {
              setYear(Number(event.target.value));
            }}
          />
        </div>
      </div>
      {offer.data === undefined ? (
        offer.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={offer.error} />
        )
      ) : (
        <Choice key={`${occasion}${String(year)}`} movement={movement} offer={offer.data} occasion={occasion} year={year} onDone={onDone} />
      )}
    </section>
  );
}

interface ChoiceProps {
  readonly movement: MovementDetail;
  readonly offer: ReportOffer;
  readonly occasion: Occasion;
  readonly year: number;
  readonly onDone: () => void;
}

function Choice({ movement, offer, occasion, year, onDone }: ChoiceProps): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const call = useAct('callReports');
  const [dueOn, setDueOn] = useState(offer.planDay?.day ?? '');
  const [left, setLeft] = useState<readonly string[]>(offer.recipients.filter((one) => !one.chosen).map((one) => one.orgId));
  const recipients = offer.recipients.filter((one) => !left.includes(one.orgId)).map((one) => one.orgId);
  const why = dueOn === '' ? t('movements.reports.setDay') : recipients.length === 0 ? t('movements.reports.chooseOne') : null;
  if (offer.openCall !== null) {
    return <p className="note note-blue">{t('movements.reports.calledAlready')}</p>;
  }
  return (
    <>
      <div className="field">
        <label className="field-label" htmlFor="call-due">
          {t('movements.reports.dueOn')}
          <span className="required"> *</span>
        </label>
        <DayField
          id="call-due"
          value={dueOn}
          withTime={false}
          disabled={false}
          onChange={(day) => {
            setDueOn(typeof day === 'string' ? day : '');
          }}
        />
        <p className="help">
          {offer.planDay === null
            ? t('movements.reports.planSaysNone')
            : t('movements.reports.planSays', { quote: offer.planDay.source.quote, line: offer.planDay.source.from })}
        </p>
      </div>
      {offer.upward === null ? null : (
        <p className="muted">
          {offer.upward.dueOn === null
            ? t('movements.reports.upward', { org: offer.upward.name })
            : t('movements.reports.upwardBy', { org: offer.upward.name, day: dayText(offer.upward.dueOn) })}
        </p>
      )}
      <fieldset className="report-recipients">
        <legend className="field-label">{t('movements.reports.recipients', { count: recipients.length })}</legend>
        {offer.recipients.map((one) => (
          <label key={one.orgId}>
            <input
              type="checkbox"
              checked={!left.includes(one.orgId)}
              onChange={(event) => {
                setLeft(event.target.checked ? left.filter((id) => id !== one.orgId) : [...left, one.orgId]);
              }}
            />{' '}
            {one.name}
            {one.asked === 'cooperation' ? <span className="small muted"> · {t('movements.reports.cooperation')}</span> : null}
            {one.reportId === null ? null : <span className="small muted"> · {t('movements.reports.sentAlready')}</span>}
          </label>
        ))}
      </fieldset>
      <div className="report-foot">
        <Button
          type="primary"
          disabled={why !== null}
          loading={call.isPending}
          onClick={() => {
            call.mutate(
              { params: { id: movement.id }, body: { occasion, year, dueOn, recipients } },
              {
                onSuccess: ({ id }) => {
                  onDone();
                  void navigate({ to: '/phong-trao/viec/$id', params: { id } });
                },
              },
            );
          }}
        >
          {t('movements.reports.callOf', { count: recipients.length })}
        </Button>
        <WhyDisabled reason={why} id="call-why" />
      </div>
      <ErrorNote error={call.error} />
    </>
  );
}
