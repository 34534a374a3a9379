import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import type { StatisticRowList } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { cellOf, type StatisticQuery } from './statistic-search';

interface Props {
  readonly table: string;
  readonly query: StatisticQuery;
  /** 'line|column'. */
  readonly cell: string;
  readonly onClose: () => void;
}

const PAGE = 100;

/** What a figure counts, a hundred at a time. */
export function CellRows({ table, query, cell, onClose }: Props): ReactNode {
  const t = useText();
  const [offset, setOffset] = useState(0);
  const head = useRef<HTMLHeadingElement>(null);
  const read = useRead('statisticRows', { params: { table }, query: { ...query, ...cellOf(cell), offset } });
  const list = read.data;
  const ready = list !== undefined;
  useEffect(() => {
    if (ready) {
      head.current?.focus();
    }
  }, [ready]);
  if (list === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  return (
    <section className="section stat-rows" aria-labelledby="stat-rows-head">
      <div className="stat-rows-head">
        <h2 id="stat-rows-head" ref={head} tabIndex={-1}>
          {t('statistics.behind', { line: list.line, column: list.column, count: list.total })}
        </h2>
        <Button size="small" onClick={onClose}>
          {t('statistics.close')}
        </Button>
      </div>
      <div className="table-scroll">
        <table className="data">
          <thead>
            <tr>
              {['code', 'name', 'unit', 'what', 'movement', 'year', 'state', 'day'].map((name) => (
                <th key={name} scope="col">
                  {t(`statistics.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {list.total > PAGE ? (
        <div className="bar-buttons stat-pages">
          <Button
            size="small"
            disabled={offset === 0}
            onClick={() => {
              setOffset(offset - PAGE);
            }}
          >
            {t('statistics.before')}
          </Button>
          <span className="small muted">
            {t('statistics.page', { from: list.offset + 1, to: list.offset + list.rows.length, total: list.total })}
          </span>
          <Button
            size="small"
            disabled={offset + PAGE >= list.total}
            onClick={() => {
              setOffset(offset + PAGE);
            }}
          >
            {t('statistics.after')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Row({ row }: { readonly row: StatisticRowList['rows'][number] }): ReactNode {
  const t = useText();
  return (
    <tr>
      <td className="nowrap">
        <Code row={row} />
      </td>
      <td>
        {row.name}
        {row.title === '' ? null : <div className="small muted">{row.title}</div>}
      </td>
      <td>{row.unit}</td>
      <td>{row.what}</td>
      <td>{row.movement ?? '–'}</td>
      <td className="nowrap">
        {row.year ?? ''}
        {row.occasion === null ? null : <div className="small muted">{t(`occasion.${row.occasion}`)}</div>}
      </td>
      <td className="nowrap">{row.state}</td>
      <td className="nowrap">
        {row.day === null ? '' : dayText(row.day)}
        {row.numberText === null ? null : <div className="small muted">{row.numberText}</div>}
      </td>
    </tr>
  );
}

/** The way to what the row is of, for whoever may open it. */
function Code({ row }: { readonly row: StatisticRowList['rows'][number] }): ReactNode {
  const t = useText();
  const code = row.code === '' ? t('statistics.open') : row.code;
  switch (row.open?.to) {
    case 'dossier':
      return (
        <Link to="/ho-so/$id" params={{ id: row.open.id }}>
          {code}
        </Link>
      );
    case 'movement':
      return (
        <Link to="/phong-trao/$id" params={{ id: row.open.id }}>
          {code}
        </Link>
      );
    case 'work':
      return (
        <Link to="/phong-trao/viec/$id" params={{ id: row.open.id }}>
          {code}
        </Link>
      );
    case undefined:
      return row.code;
  }
}
