import type { ReactNode } from 'react';
import type { PlanChange } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';

/** What a plan said and what it says from now on, line by line. */
export function ChangesTable({ changes }: { readonly changes: readonly PlanChange[] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['content', 'before', 'after'].map((name) => (
              <th key={name} scope="col">
                {t(`movements.lifecycle.change.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((one) => (
            <tr key={one.path}>
              <td>{one.label}</td>
              <td>{one.before === '' ? <span className="muted">{t('movements.lifecycle.change.none')}</span> : <del>{one.before}</del>}</td>
              <td>{one.after === '' ? <span className="muted">{t('movements.lifecycle.change.gone')}</span> : <ins>{one.after}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
