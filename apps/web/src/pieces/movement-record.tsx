import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { RowView } from '@thidua/contract';

/** What inspections and scores of movements say of a nominated body, beside what the rules say of it. */
export function MovementRecord({ lines }: { readonly lines: RowView['record'] }): ReactNode {
  if (lines === undefined || lines.length === 0) {
    return null;
  }
  return (
    <ul className="small">
      {lines.map(({ text, workId }) => (
        <li key={text}>
          {workId === null ? (
            text
          ) : (
            <Link to="/phong-trao/viec/$id" params={{ id: workId }}>
              {text}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
