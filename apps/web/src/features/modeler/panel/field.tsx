import type { ReactNode } from 'react';

interface GroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One of the groups of the panel. */
export function Group({ title, children }: GroupProps): ReactNode {
  return (
    <fieldset className="panel-group">
      <legend className="panel-legend">{title}</legend>
      {children}
    </fieldset>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly children: ReactNode;
}

export function Field({ id, label, help, children }: FieldProps): ReactNode {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
      {help === undefined ? null : <p className="help">{help}</p>}
    </div>
  );
}
