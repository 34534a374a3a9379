import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { MigrationLine } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { codeOf, reasonText } from './lines';

const TONES: Readonly<Record<MigrationLine['outcome'], string>> = { moved: 'calm', refused: 'red', undone: 'grey' };

/** What became of each instance. */
export function MigrationLines({ lines }: { readonly lines: readonly MigrationLine[] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll what-if-ahead">
      <table className="data">
        <thead>
          <tr>
            {['code', 'from', 'outcome', 'why'].map((name) => (
              <th key={name} scope="col">
                {t(`whatIf.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.instanceId}>
              <th scope="row">
                {line.dossierId === null ? (
                  codeOf(line)
                ) : (
                  <Link to="/ho-so/$id" params={{ id: line.dossierId }}>
                    {codeOf(line)}
                  </Link>
                )}
              </th>
              <td>{t('definitions.version', { version: line.fromVersion })}</td>
              <td className="nowrap">
                <span className={`tag tag-${TONES[line.outcome]}`}>{t(`whatIf.outcome.${line.outcome}`)}</span>
              </td>
              <td>{line.reasons.map((reason) => reasonText(reason, t)).join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
