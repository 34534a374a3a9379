import type { RunningInstance, RunningTask, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { newestReading, taskDue } from '../../limits/task-clock';
import type { DiagramElement } from '../../tasks/load-task';
import type { Compared, Judgement } from './judge';
import { elementById } from './partners';

export interface Judged {
  readonly instance: RunningInstance;
  readonly compared: Compared;
  readonly judgement: Judgement;
}

/** New due days of the open steps whose limit the version changes, by task: counted from the day the step opened, as the law of its file has it. */
export async function dueAfter(
  deps: CaseworkDeps,
  provinceId: string,
  judged: readonly Judged[],
  tx?: Tx,
): Promise<ReadonlyMap<string, Date>> {
  const moved = judged.flatMap(({ instance, compared, judgement }) =>
    instance.tasks.flatMap((task) => {
      const element = newStep(compared, judgement, task);
      return element === undefined ? [] : [{ instance, task, element }];
    }),
  );
  const ids = (of: 'dossierId' | 'roundId'): readonly string[] => [...new Set(moved.flatMap(({ instance }) => instance[of] ?? []))];
  const { limitEvents } = deps.stores;
  const events = [
    ...(await limitEvents.ofDossiers(provinceId, ids('dossierId'), tx)),
    ...(await limitEvents.ofRounds(provinceId, ids('roundId'), tx)),
  ];
  const found = new Map<string, Date>();
  for (const { instance, task, element } of moved) {
    const own = events.filter((one) => one.rowId === null && isOf(instance, one));
    const pack = newestReading(deps.law, provinceId, instance.packHash);
    const due = taskDue({ task, element, pack, calendar: deps.calendars.of(provinceId, task.orgId), events: own })?.dueAt;
    if (due !== undefined && due !== null) {
      found.set(task.id, due);
    }
  }
  return found;
}

/** The step of the new version that a task would stand at, where its limit is another one. */
function newStep({ from, to, partners }: Compared, { way }: Judgement, task: RunningTask): DiagramElement | undefined {
  const partner = task.definitionId === from.id ? partners.byId.get(task.elementId) : undefined;
  const isMoved = way.limit.some(({ elementId }) => elementId === partner);
  return partner === undefined || !isMoved ? undefined : elementById(to.graph, partner);
}

function isOf(
  { dossierId, roundId }: RunningInstance,
  event: { readonly dossierId: string | null; readonly roundId: string | null },
): boolean {
  return dossierId === null ? roundId !== null && event.roundId === roundId : event.dossierId === dossierId;
}
