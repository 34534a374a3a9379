import { useId, useState, type ReactNode } from 'react';
import { Button, Input, InputNumber, Select } from 'antd';
import { useRead } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { WhyDisabled } from '../../pieces/why-disabled';
import type { DayKind, PlanItem } from './plan';

const KINDS = ['holiday', 'closure', 'working-day', 'half-day', 'swap-day'] as const;

interface Props {
  readonly chosen: readonly string[];
  readonly onToggle: (date: string) => void;
  readonly onAdd: (items: readonly PlanItem[]) => void;
}

/** The chosen days, all with one kind, name and ground; a closure may be of some offices only. */
export function DaysForm({ chosen, onToggle, onAdd }: Props): ReactNode {
  const t = useText();
  const id = useId();
  const [kind, setKind] = useState<DayKind>('closure');
  const [name, setName] = useState('');
  const [citation, setCitation] = useState('');
  const [closesAt, setClosesAt] = useState<number | null>(11);
  const [offices, setOffices] = useState<readonly string[]>([]);
  const organisations = useRead('organisations', { query: {} }, { enabled: kind === 'closure' });
  const open = (organisations.data?.organisations ?? []).filter((org) => org.validTo === null);
  const named = name.trim().length >= 3 && citation.trim().length >= 3 && (kind !== 'half-day' || closesAt !== null);
  const why = chosen.length === 0 ? t('days.chooseFirst') : named ? null : t('days.nameFirst');
  const count = chosen.length * Math.max(1, kind === 'closure' ? offices.length : 1);
  const add = (): void => {
    const orgs = kind === 'closure' && offices.length > 0 ? open.filter((org) => offices.includes(org.id)) : [null];
    onAdd(
      chosen.flatMap((date) =>
        orgs.map((org) => ({
          ...({ type: 'day', key: `${date}/${org?.id ?? ''}` } as const),
          ...{ date, kind, name: name.trim(), citation: citation.trim() },
          closesAt: kind === 'half-day' ? closesAt : null,
          org: org === null ? null : { id: org.id, name: org.name },
        })),
      ),
    );
  };
  return (
    <>
      <div className="plan-chosen" role="group" aria-label={t('days.chosen')}>
        <DayPick label={t('days.addDay')} onPick={onToggle} />
        {chosen.map((date) => (
          <Button
            key={date}
            size="small"
            aria-label={t('days.dropDay', { day: dayText(date) })}
            onClick={() => {
              onToggle(date);
            }}
          >
            {dayText(date)} ✕
          </Button>
        ))}
      </div>
      <div className="plan-fields">
        <div className="field">
          <label className="field-label" htmlFor={`${id}-kind`}>
            {t('calendar.column.kind')}
          </label>
          <Select
            id={`${id}-kind`}
            value={kind}
            options={KINDS.map((value) => ({ value, label: t(`calendar.kind.${value}`) }))}
            onChange={setKind}
          />
        </div>
        {kind === 'half-day' ? (
          <div className="field">
            <label className="field-label" htmlFor={`${id}-closes`}>
              {t('calendar.closesAt')}
            </label>
            <InputNumber id={`${id}-closes`} min={1} max={23} value={closesAt} onChange={setClosesAt} />
          </div>
        ) : null}
        {kind === 'closure' ? (
          <div className="field plan-wide">
            <label className="field-label" htmlFor={`${id}-offices`}>
              {t('days.offices')}
            </label>
            <Select
              id={`${id}-offices`}
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              value={[...offices]}
              placeholder={t('calendar.wholeProvince')}
              options={open.map((org) => ({ value: org.id, label: org.name }))}
              onChange={setOffices}
            />
          </div>
        ) : null}
        <Words id={id} name={name} citation={citation} onName={setName} onCitation={setCitation} />
      </div>
      <ErrorNote error={organisations.error} />
      <Button disabled={why !== null} onClick={add}>
        {count === 0 ? t('days.addNone') : t('days.add', { count })}
      </Button>
      <WhyDisabled reason={why} />
    </>
  );
}

/** A weekday off and the rest day worked for it. */
export function PairForm({ onAdd }: Pick<Props, 'onAdd'>): ReactNode {
  const t = useText();
  const id = useId();
  const [days, setDays] = useState({ off: '', worked: '' });
  const [name, setName] = useState('');
  const [citation, setCitation] = useState('');
  const ready = days.off !== '' && days.worked !== '' && name.trim().length >= 3 && citation.trim().length >= 3;
  return (
    <>
      <div className="plan-fields">
        {(['off', 'worked'] as const).map((half) => (
          <div key={half} className="field">
            <label className="field-label" htmlFor={`${id}-${half}`}>
              {t(`days.pair.${half}`)}
            </label>
            <DayField
              id={`${id}-${half}`}
              value={days[half]}
              withTime={false}
              disabled={false}
              onChange={(next) => {
                setDays({ ...days, [half]: typeof next === 'string' ? next : '' });
              }}
            />
          </div>
        ))}
        <Words id={id} name={name} citation={citation} onName={setName} onCitation={setCitation} />
      </div>
      <Button
        disabled={!ready}
        onClick={() => {
          onAdd([{ type: 'pair', key: `pair/${days.off}`, ...days, name: name.trim(), citation: citation.trim() }]);
          setDays({ off: '', worked: '' });
        }}
      >
        {t('days.addPair')}
      </Button>
      <WhyDisabled reason={ready ? null : t('days.pairFirst')} />
    </>
  );
}

/** For whoever would rather write a day than look for it. */
function DayPick({ label, onPick }: { readonly label: string; readonly onPick: (date: string) => void }): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <DayField
        id={id}
        value=""
        withTime={false}
        disabled={false}
        onChange={(next) => {
          if (typeof next === 'string') {
            onPick(next);
          }
        }}
      />
    </div>
  );
}

interface WordsProps {
  readonly id: string;
  readonly name: string;
  readonly citation: string;
  readonly onName: (name: string) => void;
  readonly onCitation: (citation: string) => void;
}

function Words({ id, name, citation, onName, onCitation }: WordsProps): ReactNode {
  const t = useText();
  return (
    <>
      <div className="field">
        <label className="field-label" htmlFor={`${id}-name`}>
          {t('calendar.column.name')}
        </label>
        <Input
          id={`${id}-name`}
          maxLength={120}
          value={name}
          onChange={(event) => {
            onName(event.target.value);
          }}
        />
      </div>
      <div className="field plan-wide">
        <label className="field-label" htmlFor={`${id}-citation`}>
          {t('calendar.column.citation')}
        </label>
        <Input
          id={`${id}-citation`}
          maxLength={300}
          value={citation}
          placeholder={t('days.citationHint')}
          onChange={(event) => {
            onCitation(event.target.value);
          }}
        />
      </div>
    </>
  );
}
