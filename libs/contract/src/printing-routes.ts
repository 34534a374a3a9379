import { PrintAsk, PrintOrdered, PrintOrderList, PrintOrderView } from './printing';
import { route } from './route';

/** Prints on request: asked for, made by a worker, seen and taken by whoever asked. */
export const PRINTING_ROUTES = {
  orderPrint: route({
    method: 'POST',
    path: '/print-orders',
    summary: 'Yêu cầu in',
    policy: 'print-kind',
    body: PrintAsk,
    answer: PrintOrdered,
    errors: ['not-found', 'forbidden', 'request-invalid', 'print-kind-unknown', 'print-queue-full', 'paper-state', 'ceremony-not-separate'],
  }),
  printOrders: route({
    method: 'GET',
    path: '/print-orders',
    summary: 'Các bản in tôi đã yêu cầu',
    policy: 'signed-in',
    answer: PrintOrderList,
    errors: ['not-signed-in'],
  }),
  printOrder: route({
    method: 'GET',
    path: '/print-orders/{id}',
    summary: 'Một bản in: đã làm đến đâu',
    policy: 'print-owner',
    answer: PrintOrderView,
    errors: ['not-found'],
  }),
  printContent: route({
    method: 'GET',
    path: '/print-orders/{id}/content',
    summary: 'Tệp của bản in',
    policy: 'print-owner',
    answer: 'pdf',
    errors: ['not-found'],
  }),
} as const;
