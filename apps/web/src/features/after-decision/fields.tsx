import type { ReactNode } from 'react';
import { Input } from 'antd';
import { DayField } from '../../forms/day-field';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A labelled line, or with `rows` an area, of text that must be there. */
export function Words({
  id,
  label,
  value,
  rows,
  max = 300,
  onChange,
}: Props & { readonly rows?: number; readonly max?: number }): ReactNode {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
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
export function Day({ id, label, value, onChange }: Props): ReactNode {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
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
