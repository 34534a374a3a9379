import type { ReactNode } from 'react';
import type { StatisticTableView } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { UnconfirmedBanner } from '../../pieces/unconfirmed-banner';
import type { StatisticQuery } from './statistic-search';

interface Props {
  readonly table: string;
  readonly query: StatisticQuery;
  /** 'line|column' of the open cell. */
  readonly open: string | undefined;
  readonly onOpen: (cell: string) => void;
}

/** The figures; each that is not zero is a button. */
export function FigureTable({ table, query, open, onOpen }: Props): ReactNode {
  const t = useText();
  const read = useRead('statisticTable', { params: { table }, query });
  const view = read.data;
  if (view === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const parts = new Set(view.lines.filter((line, at) => at === 0 || (line.depth === 0 && (view.lines[at + 1]?.depth ?? 0) > 0)));
  return (
    <section aria-label={view.title}>
      {view.confirmed ? null : (
        <UnconfirmedBanner
          rows={[]}
          notice={t('statistics.unconfirmed', { version: `${view.id}/${String(view.number)}`, citation: view.citation ?? '' })}
        />
      )}
      <p className="small muted stat-about">
        {[view.orgName, ...view.about, t('statistics.counted', { counted: view.counted })].join(' · ')}
      </p>
      <div className="table-scroll">
        <table className="data stat">
          <Head view={view} />
          <tbody>
            {view.lines.map((line) => (
              <tr key={line.key} className={parts.has(line) ? 'stat-part' : undefined}>
                <td className="stat-number">{line.number}</td>
                <th scope="row" style={{ paddingLeft: `${String(12 + line.depth * 18)}px` }}>
                  {line.label}
                </th>
                {line.cells.map((n, at) => {
                  const column = view.columns[at];
                  const cell = `${line.key}|${column?.id ?? ''}`;
                  return (
                    <td key={column?.id ?? at} className={cell === open ? 'num stat-open' : 'num'}>
                      {n === 0 ? (
                        <span className="muted">–</span>
                      ) : (
                        <button
                          type="button"
                          className="stat-cell"
                          aria-pressed={cell === open}
                          aria-label={t('statistics.cell', { line: line.label, column: column?.label ?? '', count: n })}
                          onClick={() => {
                            onOpen(cell);
                          }}
                        >
                          {n.toLocaleString('vi-VN')}
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="small muted stat-notes">
        <li>{t('statistics.hint')}</li>
        {view.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

/** Two rows where columns stand under a common head. */
function Head({ view }: { readonly view: StatisticTableView }): ReactNode {
  const t = useText();
  const { columns, lineHead } = view;
  const grouped = columns.some((column) => column.group !== null);
  const heads: { key: string; label: string; span: number }[] = [];
  columns.forEach(({ id, label, group }, at) => {
    const last = heads.at(-1);
    if (group !== null && last !== undefined && columns[at - 1]?.group === group) {
      last.span += 1;
    } else {
      heads.push({ key: id, label: group ?? label, span: group === null ? 0 : 1 });
    }
  });
  const rows = grouped ? 2 : 1;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={rows} className="stat-number">
          {t('statistics.number')}
        </th>
        <th scope="col" rowSpan={rows}>
          {lineHead}
        </th>
        {heads.map(({ key, label, span }) =>
          span === 0 ? (
            <th key={key} scope="col" rowSpan={rows} className="num">
              {label}
            </th>
          ) : (
            <th key={key} scope="colgroup" colSpan={span} className="stat-group">
              {label}
            </th>
          ),
        )}
      </tr>
      {grouped ? (
        <tr>
          {columns
            .filter((column) => column.group !== null)
            .map(({ id, label }) => (
              <th key={id} scope="col" className="num">
                {label}
              </th>
            ))}
        </tr>
      ) : null}
    </thead>
  );
}
