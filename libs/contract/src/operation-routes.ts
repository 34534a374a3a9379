import { QueueList } from './operations';
import { route } from './route';

/** How the house runs, for administrators. */
export const OPERATION_ROUTES = {
  queues: route({
    method: 'GET',
    path: '/operations/queues',
    summary: 'Hàng đợi: số việc, thời gian chờ, hẹn giờ đến hạn',
    policy: 'administrator',
    answer: QueueList,
    errors: ['forbidden'],
  }),
} as const;
