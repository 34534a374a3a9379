import type { Handlers } from '../handler';
import { incident, incidents, retryIncident } from './incidents';
import { matter } from './matter';
import { queues, timers } from './queues';
import { reassignTask, taskTakers } from './reassign-task';
import { strandedTasks } from './stranded-tasks';

export const OPERATION_HANDLERS = {
  queues,
  timers,
  incidents,
  incident,
  retryIncident,
  strandedTasks,
  taskTakers,
  reassignTask,
  matter,
} satisfies Partial<Handlers>;
