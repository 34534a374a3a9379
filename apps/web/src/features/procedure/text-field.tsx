import type { ReactNode } from 'react';
import { Input } from 'antd';
import { DayField } from '../../forms/day-field';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly required?: boolean;
  readonly max?: number;
  /** More than one line. */
  readonly rows?: number;
  readonly onChange: (value: string) => void;
}

/** A labelled line or area of text. */
export function TextField({ id, label, value, required = false, max = 200, rows, onChange }: Props): ReactNode {
  return (
    <div className="field">
      <FieldLabel id={id} label={label} required={required} />
      {rows === undefined ? (
        <Input
          id={id}
          maxLength={max}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      ) : (
        <Input.TextArea
          id={id}
          rows={rows}
          maxLength={max}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </div>
  );
}

/** A labelled day, YYYY-MM-DD. */
export function DateField({ id, label, value, onChange }: Omit<Props, 'required' | 'max' | 'rows'>): ReactNode {
  return (
    <div className="field">
      <FieldLabel id={id} label={label} required />
      <DayField
        id={id}
        withTime={false}
        disabled={false}
        value={value}
        onChange={(next) => {
          onChange(typeof next === 'string' ? next : '');
        }}
      />
    </div>
  );
}

export function FieldLabel({
  id,
  label,
  required,
}: {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
}): ReactNode {
  return (
    <label className="field-label" htmlFor={id}>
      {label}
      {required ? <span className="required"> *</span> : null}
    </label>
  );
}
