import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { InspectionView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { DayLine } from '../people/fields';
import { LinesField } from './lines-field';
import { fromLines, toLines } from './points';

type Chosen = Readonly<Record<string, { readonly date: string; readonly place: string }>>;

/** What is looked at, over which time, and where on which day; kept as often as people like, made into the plan's paper by the task. */
export function InspectionPlanForm({ inspection }: { readonly inspection: InspectionView }): ReactNode {
  const t = useText();
  const save = useAct('saveInspectionPlan');
  const [from, setFrom] = useState(inspection.periodFrom ?? '');
  const [to, setTo] = useState(inspection.periodTo ?? '');
  const [items, setItems] = useState(fromLines(inspection.items.map(({ text }) => text)));
  const [chosen, setChosen] = useState<Chosen>(
    Object.fromEntries(inspection.bodies.map(({ orgId, date, place }) => [orgId, { date, place }])),
  );
  const dated = Object.values(chosen).every(({ date, place }) => date !== '' && place.trim() !== '');
  const body = {
    version: inspection.version,
    periodFrom: from === '' ? null : from,
    periodTo: to === '' ? null : to,
    items: toLines(items).map((text, at) => ({ id: `noi-dung-${String(at + 1)}`, text })),
    bodies: inspection.choices.bodies.flatMap(({ orgId }) => {
      const one = chosen[orgId];
      return one === undefined ? [] : [{ orgId, date: one.date, place: one.place }];
    }),
  };
  return (
    <section className="section" aria-label={t('movements.judging.plan')}>
      <h2>{t('movements.judging.plan')}</h2>
      <div className="judge-form">
        <DayLine id="period-from" label={t('movements.judging.periodFrom')} value={from} onChange={setFrom} />
        <DayLine id="period-to" label={t('movements.judging.periodTo')} value={to} onChange={setTo} />
        <LinesField id="items" label={t('movements.judging.items')} value={items} onChange={setItems} rows={8} />
      </div>
      <h3>{t('movements.judging.bodies')}</h3>
      {inspection.choices.bodies.map(({ orgId, name }) => (
        <BodyRow
          key={orgId}
          id={orgId}
          name={name}
          value={chosen[orgId]}
          onChange={(value) => {
            const rest = Object.fromEntries(Object.entries(chosen).filter(([id]) => id !== orgId));
            setChosen(value === undefined ? rest : { ...rest, [orgId]: value });
          }}
        />
      ))}
      <div className="judge-bar judge-save">
        <Button
          type="primary"
          loading={save.isPending}
          disabled={!dated}
          onClick={() => {
            save.mutate({ params: { id: inspection.workId }, body });
          }}
        >
          {t('movements.judging.save')}
        </Button>
        <span className="small muted" role="status">
          {save.isSuccess ? t('movements.judging.saved') : dated ? '' : t('movements.judging.dateEach')}
        </span>
      </div>
      <ErrorNote error={save.error} />
      <p className="help">{t('movements.judging.thenTask')}</p>
    </section>
  );
}

interface BodyProps {
  readonly id: string;
  readonly name: string;
  readonly value: { readonly date: string; readonly place: string } | undefined;
  readonly onChange: (value: { readonly date: string; readonly place: string } | undefined) => void;
}

function BodyRow({ id, name, value, onChange }: BodyProps): ReactNode {
  const t = useText();
  return (
    <div className="judge-row">
      <label htmlFor={`body-${id}`}>
        <input
          id={`body-${id}`}
          type="checkbox"
          checked={value !== undefined}
          onChange={(event) => {
            onChange(event.target.checked ? { date: '', place: t('movements.judging.atTheirs') } : undefined);
          }}
        />{' '}
        {name}
      </label>
      {value === undefined ? null : (
        <>
          <DayLine
            id={`date-${id}`}
            label={t('movements.judging.column.day')}
            value={value.date}
            onChange={(date) => {
              onChange({ ...value, date });
            }}
          />
          <div className="field">
            <label className="field-label" htmlFor={`place-${id}`}>
              {t('movements.judging.place')}
            </label>
            <input
              id={`place-${id}`}
              className="form-input"
              maxLength={200}
              value={value.place}
              onChange={(event) => {
                onChange({ ...value, place: event.target.value });
              }}
            />
          </div>
        </>
      )}
    </div>
  );
}
