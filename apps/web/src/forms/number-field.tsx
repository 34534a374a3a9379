import type { ReactNode } from 'react';
import { InputNumber } from 'antd';
import type { JsonValue } from './json';

interface Props {
  readonly id: string;
  readonly value: JsonValue | undefined;
  readonly disabled: boolean;
  readonly status?: 'error';
  readonly onChange: (value: JsonValue) => void;
}

/** A number with its arrows; null while empty. */
export function NumberField({ value, onChange, ...rest }: Props): ReactNode {
  return (
    <InputNumber
      {...rest}
      className="number"
      value={typeof value === 'number' ? value : null}
      onChange={(next) => {
        onChange(next);
      }}
    />
  );
}
