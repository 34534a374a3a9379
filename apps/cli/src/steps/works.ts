import type { TaskView, WorkView } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import type { Cast } from '../people/cast';
import type { Session } from '../session';
import { until } from '../until';
import { complete } from './tasks';

/** Who drafts, signs and numbers a body's papers, by user name. */
export interface PaperDesk {
  readonly desk: string;
  readonly signer: string;
  readonly clerk: string;
}

export function workOf(person: Session, workId: string): Promise<WorkView> {
  return person.call<WorkView>('movementWork', { params: { id: workId } });
}

/** The open step of this name in a work, as soon as it is there. */
export async function awaitStep(person: Session, workId: string, name: string, seconds = 180): Promise<TaskView> {
  const found = await until(
    `«${name}» của việc ${workId}`,
    async () => (await workOf(person, workId)).openTasks.find((task) => task.name === name),
    seconds,
  );
  return person.call<TaskView>('task', { params: { id: found.id } });
}

export async function doStep(person: Session, workId: string, name: string, data: JsonObject = {}): Promise<void> {
  await finishStep(person, await awaitStep(person, workId, name), data);
}

/** Completes a step; where its form knows several ends, the first one is what usually happens. */
export async function finishStep(person: Session, task: TaskView, data: JsonObject): Promise<void> {
  const [usual] = task.outcomes;
  await complete(person, task, usual === undefined ? data : { outcome: usual.value, ...data });
}

/** A paper of a work from its draft to its number: put forward, signed, numbered. */
export async function issuePaper(cast: Cast, workId: string, desk: PaperDesk, numbered = true): Promise<void> {
  await doStep(await cast.as(desk.desk), workId, 'Xem dự thảo, trình ký', { outcome: 'submit' });
  await doStep(await cast.as(desk.signer), workId, 'Ký văn bản', { outcome: 'sign', signatureMode: 'digital' });
  if (numbered) {
    await doStep(await cast.as(desk.clerk), workId, 'Cấp số văn bản', { mode: 'own' });
  }
}

/** Waits until the work is done and every paper of it is made. */
export function awaitDone(person: Session, workId: string): Promise<WorkView> {
  return until(
    `việc ${workId} hoàn thành`,
    async () => {
      const work = await workOf(person, workId);
      return work.status === 'done' && work.papers.every((paper) => paper.ready) ? work : undefined;
    },
    180,
  );
}
