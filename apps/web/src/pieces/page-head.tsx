import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** Where it stands, what can be done, until when: the first line of every page. */
  readonly line?: ReactNode;
  readonly children?: ReactNode;
}

export function PageHead({ title, line, children }: Props): ReactNode {
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {line === undefined ? null : <div className="page-line">{line}</div>}
      </div>
      {children === undefined ? null : <div className="page-actions">{children}</div>}
    </header>
  );
}
