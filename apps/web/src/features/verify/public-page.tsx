import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../frame/top-bar';
import { useText } from '../../i18n/use-text';
import './verify.css';

/** The frame of what anyone may open, wide as a phone. */
export function PublicPage({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useText();
  return (
    <main className="lone verify">
      <div className="page-head">
        <h1>{t('verify.title')}</h1>
        <LanguageSwitch />
      </div>
      {children}
    </main>
  );
}
