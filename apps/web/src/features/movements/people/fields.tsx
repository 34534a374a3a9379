import type { ReactNode } from 'react';
import { DayField } from '../../../forms/day-field';
import './people.css';

interface Named {
  readonly id: string;
  readonly label: string;
  readonly disabled?: boolean;
}

interface TextProps extends Named {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly max?: number;
  readonly rows?: number;
  readonly hint?: string;
}

/** A line of text, or several where `rows` says so. */
export function TextLine({ id, label, value, onChange, max = 300, rows, hint, disabled = false }: TextProps): ReactNode {
  const shared = {
    id,
    value,
    disabled,
    maxLength: max,
    placeholder: hint,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      onChange(event.target.value);
    },
  };
  return (
    <div className={rows === undefined ? 'field' : 'field wide'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {rows === undefined ? (
        <input className="form-input" {...shared} />
      ) : (
        <textarea className="form-input form-area" rows={rows} {...shared} />
      )}
    </div>
  );
}

export function DayLine({ id, label, value, onChange, disabled = false }: TextProps): ReactNode {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <DayField
        id={id}
        value={value}
        withTime={false}
        disabled={disabled}
        onChange={(day) => {
          onChange(typeof day === 'string' ? day : '');
        }}
      />
    </div>
  );
}

/** Whole đồng as digits; '' is nothing said. */
export function MoneyLine({ id, label, value, onChange, disabled = false }: TextProps): ReactNode {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="form-input"
        inputMode="numeric"
        disabled={disabled}
        value={value.replace(/\B(?=(\d{3})+$)/g, '.')}
        onChange={(event) => {
          onChange(event.target.value.replace(/\D/g, '').slice(0, 12));
        }}
      />
    </div>
  );
}

export const moneyOf = (text: string): number | null => (text === '' ? null : Number(text));

interface ChoiceProps extends Named {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What stands there while nothing is chosen. */
  readonly none?: string;
}

export function ChoiceLine({ id, label, value, onChange, options, none, disabled = false }: ChoiceProps): ReactNode {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="form-select"
        disabled={disabled}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function TickLine({
  id,
  label,
  value,
  onChange,
  disabled = false,
}: Named & { readonly value: boolean; readonly onChange: (value: boolean) => void }): ReactNode {
  return (
    <label className="tick-line" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        checked={value}
        disabled={disabled}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />{' '}
      {label}
    </label>
  );
}
