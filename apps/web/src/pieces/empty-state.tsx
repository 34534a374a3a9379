import type { ReactNode } from 'react';

/** One sentence of what will appear here, and the one thing to do now. */
export function EmptyState({ text, children }: { readonly text: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
