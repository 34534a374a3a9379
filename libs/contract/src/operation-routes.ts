import { Done } from './dossiers';
import {
  IncidentDetail,
  IncidentList,
  IncidentQuery,
  MatterQuery,
  MatterView,
  ReassignBody,
  Reassigned,
  StrandedTaskList,
  TakerList,
} from './incidents';
import { QueueList, TimerList } from './operations';
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
  timers: route({
    method: 'GET',
    path: '/operations/timers',
    summary: 'Hẹn giờ đến hạn và sắp đến',
    policy: 'administrator',
    answer: TimerList,
    errors: ['forbidden'],
  }),
  incidents: route({
    method: 'GET',
    path: '/incidents',
    summary: 'Sự cố: đang dừng hoặc đã xử lý, lọc theo nguyên nhân, quy trình',
    policy: 'administrator',
    query: IncidentQuery,
    answer: IncidentList,
    errors: ['forbidden'],
  }),
  incident: route({
    method: 'GET',
    path: '/incidents/{id}',
    summary: 'Một sự cố: diễn biến, tình trạng sau khi chạy lại, việc đang mở',
    policy: 'administrator',
    answer: IncidentDetail,
    errors: ['forbidden', 'not-found'],
  }),
  retryIncident: route({
    method: 'POST',
    path: '/incidents/{id}/retry',
    summary: 'Chạy lại',
    policy: 'administrator',
    answer: Done,
    errors: ['forbidden', 'not-found', 'state-conflict'],
  }),
  strandedTasks: route({
    method: 'GET',
    path: '/operations/stranded-tasks',
    summary: 'Việc không còn ai giữ chức vụ để làm',
    policy: 'administrator',
    answer: StrandedTaskList,
    errors: ['forbidden'],
  }),
  matter: route({
    method: 'GET',
    path: '/operations/matters/{id}',
    summary: 'Hồ sơ, đợt xét, việc của phong trào dưới mắt người quản trị: bước đang mở, sự cố, nhật ký',
    policy: 'administrator',
    query: MatterQuery,
    answer: MatterView,
    errors: ['forbidden', 'not-found', 'request-invalid'],
  }),
  taskTakers: route({
    method: 'GET',
    path: '/user-tasks/{id}/takers',
    summary: 'Chức vụ có thể nhận một việc đang mở, và vì sao không',
    policy: 'administrator',
    answer: TakerList,
    errors: ['forbidden', 'not-found'],
  }),
  reassignTask: route({
    method: 'POST',
    path: '/user-tasks/{id}/reassignment',
    summary: 'Giao lại một việc đang mở cho chức vụ khác, có lý do',
    policy: 'administrator',
    body: ReassignBody,
    answer: Reassigned,
    errors: ['forbidden', 'not-found', 'state-conflict', 'stand-in-refused', 'request-invalid'],
  }),
} as const;
