import type { ReactNode } from 'react';
import { TextLine } from '../people/fields';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
  readonly rows?: number;
}

/** One thought a line. */
export function LinesField({ id, label, value, onChange, disabled = false, rows = 3 }: Props): ReactNode {
  return <TextLine id={id} label={label} value={value} onChange={onChange} disabled={disabled} rows={rows} max={8000} />;
}
