import type { ReactNode } from 'react';
import { ApiError } from '../../api/api-error';

/** Every problem the server found in the rows: where, what is wrong, what to do; or the sentence of a refusal. */
export function LawProblems({ error }: { readonly error: unknown }): ReactNode {
  if (!(error instanceof ApiError)) {
    return null;
  }
  const { problems, sentence } = error.details;
  const lines = Array.isArray(problems) ? problems.map(textOf) : typeof sentence === 'string' ? [sentence] : [];
  return lines.length === 0 ? null : (
    <ul className="law-problems">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function textOf(problem: unknown): string {
  const read = (key: string): string => {
    const value: unknown = typeof problem === 'object' && problem !== null ? Reflect.get(problem, key) : null;
    return typeof value === 'string' ? value : '';
  };
  return [read('rowId'), read('path'), read('message')].filter((part, index, all) => part !== '' && all.indexOf(part) === index).join(': ');
}
