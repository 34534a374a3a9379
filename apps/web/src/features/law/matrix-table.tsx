import type { ReactNode } from 'react';
import { WarningOutlined } from '@ant-design/icons';
import type { MatrixCell, MatrixLine, PackRowView } from '@thidua/contract';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';

const COLUMNS = ['award', 'signer', 'council', 'threshold', 'limit', 'citation', 'effect'] as const;
/** More limits of a line are folded away. */
const LIMITS_AT_A_GLANCE = 3;

interface Props {
  readonly lines: readonly MatrixLine[];
  readonly rows: ReadonlyMap<string, PackRowView>;
  readonly onOpen: (rowKey: string) => void;
}

/** One line per award and decider; lines of one award stand together under its name. */
export function MatrixTable({ lines, rows, onOpen }: Props): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll matrix">
      <table className="data">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {t(`matrix.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={line.key}>
              {lines[at - 1]?.award === line.award ? null : (
                <th scope="rowgroup" rowSpan={spanOf(lines, at)}>
                  {line.awardName}
                </th>
              )}
              <td>
                {line.signer === null ? (
                  <span className="tag tag-red">{t('matrix.nobody')}</span>
                ) : (
                  <Cells cells={[line.signer]} rows={rows} onOpen={onOpen} named />
                )}
              </td>
              <td>
                <Cells cells={line.councils} rows={rows} onOpen={onOpen} />
              </td>
              <td>
                <Cells cells={line.thresholds} rows={rows} onOpen={onOpen} />
              </td>
              <td>
                <Limits cells={line.limits} rows={rows} onOpen={onOpen} />
              </td>
              <td className="small">{line.citation}</td>
              <td className="nowrap small">
                {line.effectiveFrom === null ? '–' : dayText(line.effectiveFrom)}
                <div>{line.effectiveTo === null ? t('law.open') : t('matrix.until', { day: dayText(line.effectiveTo) })}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function spanOf(lines: readonly MatrixLine[], from: number): number {
  const award = lines[from]?.award;
  const next = lines.findIndex((line, at) => at > from && line.award !== award);
  return (next === -1 ? lines.length : next) - from;
}

interface CellsProps extends Omit<Props, 'lines'> {
  readonly cells: readonly MatrixCell[];
  /** The text names the level itself. */
  readonly named?: boolean;
}

function Limits({ cells, ...rest }: CellsProps): ReactNode {
  const t = useText();
  const more = cells.slice(LIMITS_AT_A_GLANCE);
  return (
    <>
      <Cells cells={cells.slice(0, LIMITS_AT_A_GLANCE)} {...rest} />
      {more.length === 0 ? null : (
        <details>
          <summary className="small">{t('matrix.moreLimits', { count: more.length })}</summary>
          <Cells cells={more} {...rest} />
        </details>
      )}
    </>
  );
}

function Cells({ cells, rows, onOpen, named = false }: CellsProps): ReactNode {
  const t = useText();
  if (cells.length === 0) {
    return <span className="muted">–</span>;
  }
  return (
    <ul className="matrix-cells">
      {cells.map((cell) => {
        const row = rows.get(cell.rowKey);
        return (
          <li key={cell.rowKey}>
            {cell.levels.length === 0 || named ? null : (
              <span className="matrix-level">{cell.levels.map((level) => t(`level.${level}`)).join(' · ')}: </span>
            )}
            {cell.text}{' '}
            <button
              type="button"
              className={`matrix-row ${row?.confirmed === false ? 'matrix-open' : ''}`}
              aria-label={t('matrix.openRow', { id: cell.rowId })}
              onClick={() => {
                onOpen(cell.rowKey);
              }}
            >
              {row?.confirmed === false ? <WarningOutlined aria-hidden /> : null} {cell.rowId}
              {row?.confirmed === false ? <span> · {t(row.confirmation === null ? 'matrix.open' : 'matrix.waiting')}</span> : null}
              {row?.local === true ? <span> · {t('matrix.local')}</span> : null}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
