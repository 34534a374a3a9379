import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text';

/** What happened and what to do, in words; the program's own words stand small beneath. */
export function CauseWords({ cause, detail }: { readonly cause: string; readonly detail: string }): ReactNode {
  const t = useText();
  return (
    <>
      <p className="incident-what">{t.or(`incidentCause.${cause}.what`, t('incidentCause.unknown.what'))}</p>
      <p>
        <strong>{t('incidents.todo')}:</strong> {t.or(`incidentCause.${cause}.todo`, t('incidentCause.unknown.todo'))}
      </p>
      <details className="small muted">
        <summary>{t('incidents.detail')}</summary>
        {detail} <code>{cause}</code>
      </details>
    </>
  );
}
