import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { StatisticMenu } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { PrintButton } from '../../pieces/print-button';
import { CellRows } from './cell-rows';
import { FilterBar } from './filter-bar';
import { FigureTable } from './figure-table';
import { queryOf, type StatisticSearch } from './statistic-search';
import './statistics.css';

/** Thống kê: a table of figures by body, movement, year, occasion and unit; every figure opens what it counts. */
export default function StatisticsPage(): ReactNode {
  const t = useText();
  const search = useSearch({ from: '/frame/thong-ke' });
  const menu = useRead('statistics', { query: search.cq === undefined ? {} : { orgId: search.cq } });
  const { data } = menu;
  if (data === undefined) {
    return (
      <div className="page">
        <PageHead title={t('statistics.title')} />
        {menu.error === null ? <Loading /> : <ErrorNote error={menu.error} onRetry={() => void menu.refetch()} />}
      </div>
    );
  }
  return <Statistics menu={data} search={search} />;
}

function Statistics({ menu, search }: { readonly menu: StatisticMenu; readonly search: StatisticSearch }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const chosen = menu.tables.find((table) => table.id === search.bieu) ?? menu.tables[0];
  const query = queryOf(menu, search);
  const show = (more: StatisticSearch): void => {
    void navigate({ to: '/thong-ke', search: { ...search, o: undefined, ...more }, replace: more.o === undefined });
  };
  if (chosen === undefined) {
    return (
      <div className="page">
        <PageHead title={t('statistics.title')} />
        <EmptyState text={t('statistics.none')} />
      </div>
    );
  }
  const params = { table: chosen.id, ...query };
  const asked = JSON.stringify(params);
  return (
    <div className="page">
      <PageHead title={t('statistics.title')} line={chosen.title}>
        <PrintButton key={`pdf${asked}`} kind="bieu-thong-ke" params={params} label={t('statistics.pdf')} />
        <PrintButton key={`xlsx${asked}`} kind="bieu-thong-ke-xlsx" params={params} label={t('statistics.excel')} />
      </PageHead>
      <FilterBar menu={menu} chosen={chosen} search={search} onChange={show} />
      <FigureTable
        table={chosen.id}
        query={query}
        open={search.o}
        onOpen={(o) => {
          show({ o });
        }}
      />
      {search.o === undefined ? null : (
        <CellRows
          key={`${asked}${search.o}`}
          table={chosen.id}
          query={query}
          cell={search.o}
          onClose={() => {
            show({});
          }}
        />
      )}
    </div>
  );
}
