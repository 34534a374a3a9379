import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { ErrorNote } from '../pieces/error-note';
import { useText } from '../i18n/use-text';

export function NotFoundPage(): ReactNode {
  const t = useText();
  return (
    <main className="lone">
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <Link to="/viec">{t('notFound.back')}</Link>
    </main>
  );
}

export function PageFailed({ error }: { readonly error: unknown }): ReactNode {
  const t = useText();
  return (
    <main className="lone">
      <ErrorNote
        error={error}
        onRetry={() => {
          window.location.reload();
        }}
      />
      <Link to="/viec">{t('notFound.back')}</Link>
    </main>
  );
}
