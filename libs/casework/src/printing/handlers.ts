import type { Handlers } from '../handler';
import { orderPrintHandler } from './order-print';
import { printContent, printOrder, printOrders } from './read-prints';

export const PRINTING_HANDLERS = { orderPrint: orderPrintHandler, printOrders, printOrder, printContent } satisfies Partial<Handlers>;
