import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { ReportLine } from '@thidua/contract';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';
import { PunctualityTag } from './punctuality-tag';

interface Props {
  readonly lines: readonly ReportLine[];
  readonly label: string;
  /** Which body the first column names; 'asker' where all lines are of one's own. */
  readonly names?: 'org' | 'asker';
  /** False where all lines are of one occasion. */
  readonly what?: boolean;
  /** What can be done with a line; absent: its work opens. */
  readonly acts?: (line: ReportLine) => ReactNode;
  /** Opens a source that has no page of one's own. */
  readonly onOpen?: (line: ReportLine) => void;
}

/** Reports with their day, when they came in, and where they stand. */
export function ReportLines({ lines, label, names = 'org', what = true, acts, onOpen }: Props): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data" aria-label={label}>
        <thead>
          <tr>
            {[names, ...(what ? ['what'] : []), 'due', 'sent', 'time', 'state', ...(acts === undefined ? [] : ['act'])].map((column) => (
              <th key={column} scope="col">
                {t(`movements.reports.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <Opening line={line} onOpen={onOpen}>
                  {names === 'org' ? line.orgName : line.askedByName}
                </Opening>
              </th>
              {what ? <td>{t(`movements.reports.occasionOf.${line.occasion}`, { year: line.year })}</td> : null}
              <td className="nowrap">{line.dueOn === null ? '' : dayText(line.dueOn)}</td>
              <td className="nowrap">{line.sentOn === null ? '' : dayText(line.sentOn)}</td>
              <td>
                <PunctualityTag punctuality={line.punctuality} />
              </td>
              <td>{t(`movements.reports.state.${line.state}`)}</td>
              {acts === undefined ? null : <td>{acts(line)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface OpeningProps {
  readonly line: ReportLine;
  readonly onOpen: Props['onOpen'];
  readonly children: ReactNode;
}

function Opening({ line, onOpen, children }: OpeningProps): ReactNode {
  return onOpen === undefined ? (
    <Link to="/phong-trao/viec/$id" params={{ id: line.id }}>
      {children}
    </Link>
  ) : (
    <button
      type="button"
      className="link-button"
      onClick={() => {
        onOpen(line);
      }}
    >
      {children}
    </button>
  );
}
