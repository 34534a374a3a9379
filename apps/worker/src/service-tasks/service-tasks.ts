import { JOB_TYPES, JOB_VERBS, type JobType } from '@thidua/casework';
import { databaseTask } from './database.task';
import { issuePapers } from './issue-papers.task';
import { makeBundleTask } from './make-bundle.task';
import { makePackageTask } from './make-package.task';
import { makePapers } from './make-papers.task';
import { GiveUp } from './outcomes';
import type { ServiceTask } from './service-task';

const PAPER_TASKS: Readonly<Partial<Record<JobType, ServiceTask>>> = {
  'make-papers': makePapers,
  'issue-papers': issuePapers,
  'make-bundle': makeBundleTask,
  'make-package': makePackageTask,
};

/** The one handler of every job type; a type with two handlers or none stops the boot here. */
export const SERVICE_TASKS: ReadonlyMap<string, ServiceTask> = new Map(JOB_TYPES.map((type) => [type, handlerOf(type)]));

export function taskOf(type: string): ServiceTask {
  const task = SERVICE_TASKS.get(type);
  if (task === undefined) {
    throw new GiveUp('job-type-unknown', `Không có tiến trình cho công việc loại ${type}.`);
  }
  return task;
}

/** Papers keep the browser busy; they have lanes of their own. */
export function isPaperTask(type: string): boolean {
  return type in PAPER_TASKS;
}

function handlerOf(type: JobType): ServiceTask {
  const verb = JOB_VERBS[type];
  const handlers = [PAPER_TASKS[type], verb === undefined ? undefined : databaseTask(verb)].filter((one) => one !== undefined);
  const [handler] = handlers;
  if (handler === undefined || handlers.length > 1) {
    throw new Error(`job type ${type} has ${handlers.length} handlers`);
  }
  return handler;
}
