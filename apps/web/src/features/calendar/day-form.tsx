import { useState, type ReactNode } from 'react';
import { Button, Input, InputNumber, Select } from 'antd';
import { useAct } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

const KINDS = ['holiday', 'swap-day', 'working-day', 'half-day', 'closure'] as const;

/** A day of the province's own: it counts when a second administrator has approved it. */
export function DayForm(): ReactNode {
  const t = useText();
  const propose = useAct('proposeCalendarDay');
  const [date, setDate] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('closure');
  const [name, setName] = useState('');
  const [citation, setCitation] = useState('');
  const [closesAt, setClosesAt] = useState<number | null>(12);
  const ready = date !== '' && name.trim().length >= 3 && citation.trim().length >= 3 && (kind !== 'half-day' || closesAt !== null);
  const send = (): void => {
    const half = kind === 'half-day' && closesAt !== null ? { closesAt } : {};
    propose.mutate(
      { body: { date, kind, name: name.trim(), citation: citation.trim(), ...half } },
      {
        onSuccess: () => {
          setDate('');
          setName('');
        },
      },
    );
  };
  return (
    <div className="fund-form">
      <div className="field">
        <label className="field-label" htmlFor="day-date">
          {t('calendar.column.date')}
        </label>
        <DayField
          id="day-date"
          disabled={false}
          withTime={false}
          value={date}
          onChange={(next) => {
            setDate(typeof next === 'string' ? next : '');
          }}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="day-kind">
          {t('calendar.column.kind')}
        </label>
        <Select
          id="day-kind"
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`calendar.kind.${value}`) }))}
          onChange={setKind}
        />
      </div>
      {kind === 'half-day' ? (
        <div className="field">
          <label className="field-label" htmlFor="day-closes">
            {t('calendar.closesAt')}
          </label>
          <InputNumber id="day-closes" min={1} max={23} value={closesAt} onChange={setClosesAt} />
        </div>
      ) : null}
      <div className="field">
        <label className="field-label" htmlFor="day-name">
          {t('calendar.column.name')}
        </label>
        <Input
          id="day-name"
          maxLength={120}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
      </div>
      <div className="field wide">
        <label className="field-label" htmlFor="day-citation">
          {t('calendar.column.citation')}
        </label>
        <Input
          id="day-citation"
          maxLength={300}
          value={citation}
          onChange={(event) => {
            setCitation(event.target.value);
          }}
        />
      </div>
      <Button type="primary" disabled={!ready} loading={propose.isPending} onClick={send}>
        {t('calendar.propose')}
      </Button>
      <ErrorNote error={propose.error} />
    </div>
  );
}
