import type { Handlers } from '../handler';
import { statisticRows, statistics, statisticTable } from './read-statistics';

export const STATISTIC_HANDLERS = { statistics, statisticTable, statisticRows } satisfies Partial<Handlers>;
