import type { InstanceState } from '@thidua/engine';
import type { LoadedInstance, StepOutcome, StepWrite } from '@thidua/store';
import type { Decider } from './decider';
import type { Work } from './lane';
import { StepDraft, type InstanceHead } from './step-draft';
import type { StepAnswer } from './step-input';

/** What a fold made of an instance's commands: one write for those that apply, and what to do with the others. */
export interface Folded {
  readonly write: StepWrite | undefined;
  /** Commands inside the write. */
  readonly included: readonly Work[];
  readonly answers: ReadonlyMap<Work, Extract<StepAnswer, { ok: true }>>;
  /** Refused on a state that may be old: to be decided again on a fresh one. */
  readonly doubtful: readonly Work[];
  /** The instance as it will be once the write has moved it. */
  readonly next: LoadedInstance | undefined;
}

export interface FoldInput {
  readonly works: readonly Work[];
  readonly instance: LoadedInstance | undefined;
  /** The state was read in this flight, not found in the cache: a refusal is final. */
  readonly fresh: boolean;
  readonly atMs: number;
  readonly notices: boolean;
}

/** Applies the commands one after the other in memory; settles those that are refused for certain. */
export function fold(decider: Decider, { works, instance, fresh, atMs, notices }: FoldInput): Folded {
  const first = works[0];
  const head: InstanceHead | undefined = instance ?? first?.start?.head;
  if (head === undefined || first === undefined) {
    works.forEach((work) => {
      refuse(work, 'never started');
    });
    return { write: undefined, included: [], answers: new Map(), doubtful: [], next: undefined };
  }
  const version = instance?.version ?? 0;
  const started = instance === undefined ? first.start?.row : undefined;
  const base = { version, auditHead: instance?.auditHead ?? '', ...(started === undefined ? {} : { started }) };
  const draft = new StepDraft(head, base, { atMs, notices });
  const answers = new Map<Work, Extract<StepAnswer, { ok: true }>>();
  const doubtful: Work[] = [];
  let state: InstanceState | undefined = instance?.state;
  for (const work of works) {
    const decided = attempt(decider, head, state, work);
    if (decided === undefined) {
      continue;
    }
    if (!decided.ok) {
      if (fresh || state === undefined) {
        work.settle({ ok: false, reason: 'rejected', rejection: decided.rejection });
      } else {
        work.doubted = true;
        doubtful.push(work);
      }
      continue;
    }
    const before = new Set(draft.openTasks().map((task) => task.taskId));
    draft.add(work.order, decided);
    state = decided.state;
    const openTasks = draft.openTasks().filter((task) => !before.has(task.taskId));
    const ended = state.status !== 'active';
    answers.set(work, { ok: true, instanceId: head.instanceId, version: version + 1, events: decided.events, openTasks, ended });
  }
  if (draft.isEmpty) {
    return { write: undefined, included: [], answers, doubtful, next: undefined };
  }
  const write = draft.write();
  const next = { ...head, version: version + 1, state: write.state, auditHead: write.auditHead };
  return { write, included: [...answers.keys()], answers, doubtful, next };
}

/** The answer to a step that was not moved and stands alone; undefined = its version was stale, decide again. */
export function refusalOf(outcome: StepOutcome): Extract<StepAnswer, { ok: false }> | undefined {
  if (!outcome.keyFree) {
    return { ok: false, reason: 'repeated' };
  }
  if (!outcome.leaseHeld || !outcome.undelivered) {
    return { ok: false, reason: 'fenced' };
  }
  if (!outcome.taskCurrent) {
    return { ok: false, reason: 'stale' };
  }
  return outcome.grantCurrent ? undefined : { ok: false, reason: 'revoked' };
}

function attempt(
  decider: Decider,
  head: InstanceHead,
  state: InstanceState | undefined,
  work: Work,
): ReturnType<Decider['decide']> | undefined {
  try {
    const subject = work.start === undefined ? head : { ...head, definitionId: work.start.boundId };
    return decider.decide(subject, state, work.order.command);
  } catch (error) {
    work.fail(error);
    return undefined;
  }
}

function refuse(work: Work, detail: string): void {
  work.settle({ ok: false, reason: 'rejected', rejection: { code: 'instance-not-active', detail } });
}
