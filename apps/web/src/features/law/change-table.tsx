import type { ReactNode } from 'react';
import type { RowChangeView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';

const TONES: Readonly<Record<RowChangeView['change'], string>> = { added: 'calm', removed: 'red', changed: 'amber' };

/** What changes, row by row and field by field: before and after beside each other. */
export function ChangeTable({ changes }: { readonly changes: readonly RowChangeView[] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll law-changes">
      <table className="data">
        <thead>
          <tr>
            {['row', 'change', 'fields'].map((name) => (
              <th key={name} scope="col">
                {t(`law.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map((change, index) => (
            <tr key={`${change.list}/${change.rowId}/${String(index)}`}>
              <th scope="row">
                <span className="nowrap">{change.rowId}</span>
                <div className="small muted">
                  {change.listName}
                  {change.awards.length === 0 ? '' : `: ${change.awards.join(', ')}`}
                </div>
              </th>
              <td>
                <span className={`tag tag-${TONES[change.change]}`}>{t(`law.change.${change.change}`)}</span>
              </td>
              <td className="small">
                {change.fields.map((field) => (
                  <div key={field.field}>
                    {t.or(`law.key.${field.field}`, field.field)}: <del>{field.before === '' ? '–' : field.before}</del> →{' '}
                    <ins>{field.after === '' ? '–' : field.after}</ins>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
