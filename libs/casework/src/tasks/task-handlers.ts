import type { Handlers } from '../handler';
import { task } from '../queries/task';
import { tasks } from '../queries/tasks';
import { completeTask } from '../verbs/complete-task';
import { saveDraft } from '../verbs/save-draft';

export const taskHandlers = { tasks, task, completeTask, saveDraft } satisfies Partial<Handlers>;
