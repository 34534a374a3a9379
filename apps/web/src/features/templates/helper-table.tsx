import type { ReactNode } from 'react';
import type { PaperKindView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';

/** What a template may call besides printing fields: the published helpers and the shared parts. */
export function HelperTable({ helpers, partials }: Pick<PaperKindView, 'helpers' | 'partials'>): ReactNode {
  const t = useText();
  return (
    <section className="section" aria-labelledby="helpers">
      <details>
        <summary>
          <h2 id="helpers" className="templates-summary">
            {t('templates.helpers', { count: helpers.length })}
          </h2>
        </summary>
        <p className="help">{t('templates.helpersHelp')}</p>
        <div className="table-scroll templates-scroll" tabIndex={0} role="group" aria-labelledby="helpers">
          <table className="data">
            <thead>
              <tr>
                {['name', 'says', 'call', 'prints'].map((column) => (
                  <th key={column} scope="col">
                    {t(`templates.helper.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {helpers.map((helper) => (
                <tr key={helper.name}>
                  <th scope="row">
                    <code>{helper.name}</code>
                  </th>
                  <td>{helper.says}</td>
                  <td>
                    <code className="templates-call">{helper.call}</code>
                  </td>
                  <td>{helper.prints}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="small muted">
          {t('templates.partials')} {partials.map((name) => `{{> ${name}}}`).join(' ')}
        </p>
      </details>
    </section>
  );
}
