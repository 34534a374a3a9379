import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Value and text of each choice. */
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}

/** One of a few, as the browser's own list. */
export function ChoiceField({ label, value, options, onChange }: Props): ReactNode {
  return (
    <label>
      <span className="field-label">{label}</span>
      <select
        className="form-input"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
