import type { TaskList, TaskSummary, TaskView } from '@thidua/contract';
import type { JsonObject, JsonValue } from '@thidua/kernel';
import type { Session } from '../session';
import { until } from '../until';

export interface About {
  readonly dossierId?: string;
  readonly roundId?: string;
}

/** The open task of this form about this dossier or round in the person's inbox, as soon as it is there. */
export async function awaitTask(person: Session, name: string, about: About, seconds?: number): Promise<TaskView> {
  const found = await until(`«${name}» trong hộp việc của ${person.username}`, async () => findTask(person, name, about), seconds);
  return person.call<TaskView>('task', { params: { id: found.id } });
}

export async function findTask(person: Session, name: string, about: About): Promise<TaskSummary | undefined> {
  const list = await person.call<TaskList>('tasks', { query: { limit: '200' } });
  return list.tasks.find(
    (task) =>
      task.name === name &&
      (about.dossierId === undefined || task.dossierId === about.dossierId) &&
      (about.roundId === undefined || task.roundId === about.roundId),
  );
}

export async function complete(person: Session, task: TaskView, data: JsonObject): Promise<void> {
  await person.call('completeTask', { params: { id: task.id }, body: { version: task.version, data } });
}

/** The rows the form opens with, each with what the person adds to it. */
export function fillRows(task: TaskView, fill: (row: JsonObject) => JsonObject): readonly JsonValue[] {
  const rows = task.values['rows'];
  return Array.isArray(rows) ? rows.map((row: JsonValue) => ({ ...asObject(row), ...fill(asObject(row)) })) : [];
}

function asObject(value: JsonValue): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}; // narrowed above; readonly arrays escape isArray
}
