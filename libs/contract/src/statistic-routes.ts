import { route } from './route';
import { StatisticMenu, StatisticMenuQuery, StatisticQuery, StatisticRowList, StatisticRowsQuery, StatisticTableView } from './statistics';

/** Statistics of movements and awards: figures, and the rows behind each of them; printed and exported by print orders. */
export const STATISTIC_ROUTES = {
  statistics: route({
    method: 'GET',
    path: '/statistics',
    summary: 'Các biểu thống kê và phạm vi được xem',
    policy: 'statistics-body',
    query: StatisticMenuQuery,
    answer: StatisticMenu,
    errors: ['not-found', 'forbidden'],
  }),
  statisticTable: route({
    method: 'GET',
    path: '/statistics/{table}',
    summary: 'Một biểu thống kê của một cơ quan và các đơn vị trực thuộc',
    policy: 'statistics-body',
    query: StatisticQuery,
    answer: StatisticTableView,
    errors: ['not-found', 'forbidden', 'request-invalid'],
  }),
  statisticRows: route({
    method: 'GET',
    path: '/statistics/{table}/rows',
    summary: 'Các dòng đứng sau một ô của biểu thống kê',
    policy: 'statistics-body',
    query: StatisticRowsQuery,
    answer: StatisticRowList,
    errors: ['not-found', 'forbidden', 'request-invalid'],
  }),
} as const;
