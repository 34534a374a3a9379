import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DryRunLine, DryRunView, StepPair, WhatIfVerdict } from '@thidua/contract';
import type { RunningInstance, Tx } from '@thidua/store';
import { newId } from '@thidua/runtime';
import type { CaseworkDeps } from '../../deps';
import { dueAfter } from './due-after';
import { comparedWith, judge, type Compared, type Judgement } from './judge';
import { elementById } from './partners';
import { sideOf, type Graph, type Side } from './side';

/** A dry run in the memory of the api: what it has found so far. Nothing of it is written anywhere. */
export interface DryRun {
  readonly id: string;
  readonly provinceId: string;
  readonly to: Side;
  readonly mapping: readonly StepPair[];
  readonly startedMs: number;
  status: DryRunView['status'];
  endedMs: number | null;
  total: number;
  already: number;
  readonly lines: JudgedLine[];
  /** Versions that are run on, by definition id. */
  readonly compared: Map<string, Compared>;
}

export interface JudgedLine extends DryRunLine {
  readonly definitionId: string;
  /** Ids of the steps it stands at. */
  readonly steps: readonly string[];
  readonly unmapped: readonly string[];
  /** Of the instance, as it was looked at. */
  readonly seen: number;
}

/** One read of states and tasks. */
const PAGE = 200;
/** Instances judged before others have their turn. */
const TURN = 25;
/** Runs kept per process: those of the last who asked. */
const KEPT = 12;

const RUNS = new WeakMap<object, Map<string, DryRun>>();

/** Begins a run and goes on without being waited for. */
export async function beginDryRun(
  deps: CaseworkDeps,
  provinceId: string,
  asked: { readonly definitionId: string; readonly mapping: readonly StepPair[] },
): Promise<DryRun> {
  const to = await sideOf(deps, provinceId, asked.definitionId);
  const run: DryRun = {
    ...{ id: newId(deps.clock), provinceId, to, mapping: asked.mapping, startedMs: performance.now() },
    ...{ status: 'running', endedMs: null, total: 0, already: 0, lines: [], compared: new Map<string, Compared>() },
  };
  keep(deps, run);
  work(deps, run).then(
    () => {
      end(run, 'done');
    },
    () => {
      end(run, 'failed');
    },
  );
  return run;
}

export function dryRunOf(deps: CaseworkDeps, provinceId: string, id: string): DryRun | undefined {
  const run = RUNS.get(deps.runtime)?.get(id);
  return run?.provinceId === provinceId ? run : undefined;
}

/** The comparison with one of the versions that are run on. */
export async function comparedIn(deps: CaseworkDeps, run: DryRun, definitionId: string): Promise<Compared> {
  const known = run.compared.get(definitionId);
  if (known !== undefined) {
    return known;
  }
  const made = comparedWith(await sideOf(deps, run.provinceId, definitionId), run.to, run.mapping);
  run.compared.set(definitionId, made);
  return made;
}

/** The graphs an instance is bound to, by index. */
export async function graphsOf(deps: CaseworkDeps, provinceId: string, instance: RunningInstance): Promise<readonly Graph[]> {
  const { graphs } = deps.runtime;
  await graphs.prepare(provinceId, instance.state.graphs);
  return instance.state.graphs.flatMap((id) => graphs.graph(id) ?? []);
}

async function work(deps: CaseworkDeps, run: DryRun): Promise<void> {
  const { running } = deps.stores;
  await running.snapshot(async (tx) => {
    run.lines.length = 0;
    const all = await running.idsOf(run.provinceId, run.to.key, tx);
    const others = all.filter(({ definitionId }) => definitionId !== run.to.id);
    run.total = others.length;
    run.already = all.length - others.length;
    for (let at = 0; at < others.length; at += PAGE) {
      const ids = others.slice(at, at + PAGE).map(({ id }) => id);
      await page(deps, run, await running.load(run.provinceId, ids, tx), tx);
    }
  });
}

async function page(deps: CaseworkDeps, run: DryRun, instances: readonly RunningInstance[], tx: Tx): Promise<void> {
  const judged: { readonly instance: RunningInstance; readonly compared: Compared; readonly judgement: Judgement }[] = [];
  for (const [n, instance] of instances.entries()) {
    const compared = await comparedIn(deps, run, instance.definitionId);
    judged.push({ instance, compared, judgement: judge(compared, instance, await graphsOf(deps, run.provinceId, instance)) });
    if (n % TURN === TURN - 1) {
      await nextTurn();
    }
  }
  const due = await dueAfter(deps, run.provinceId, judged, tx);
  const nowMs = deps.clock.nowMs();
  for (const { instance, compared, judgement } of judged) {
    const late = instance.tasks.some((task) => isLate(due.get(task.id), nowMs) && !isLate(task.dueAt ?? undefined, nowMs));
    run.lines.push(lineOf(instance, compared, judgement, late));
  }
}

function lineOf(
  instance: RunningInstance,
  { from }: Compared,
  { verdict, reasons, unmapped, standing }: Judgement,
  late: boolean,
): JudgedLine {
  const { id, definitionId, businessKey, dossierId, roundId } = instance;
  const steps = standing.flatMap((index) => from.graph.elements[index] ?? []).filter(({ type }) => !BACKGROUND.includes(type));
  return {
    ...{ instanceId: id, definitionId, businessKey, version: from.version, dossierId, roundId },
    at: steps.map(({ id: step, name }) => (name === '' ? step : name)),
    steps: steps.map((step) => step.id),
    ...{ verdict, lateAtOnce: late, reasons: [...reasons], unmapped, seen: instance.version },
  };
}

/** Live all the time beside the step somebody waits at. */
const BACKGROUND: readonly string[] = ['process', 'eventSubProcess'];

function isLate(due: Date | undefined, nowMs: number): boolean {
  return due !== undefined && due.getTime() < nowMs;
}

export function countsOf({ lines }: DryRun): DryRunView['counts'] {
  const counts: Record<WhatIfVerdict, number> = { stays: 0, moves: 0, limit: 0, signer: 0, mapping: 0, breaks: 0 };
  for (const { verdict } of lines) {
    counts[verdict] += 1;
  }
  return counts;
}

/** Where instances stand without a partner, with the steps of the new version that may take their place. */
export function unmappedOf({ lines, compared, to }: DryRun): DryRunView['unmapped'] {
  const found = new Map<string, { readonly elementId: string; readonly name: string; instances: number; readonly type: string }>();
  for (const line of lines) {
    for (const elementId of line.unmapped) {
      const element = elementById(compared.get(line.definitionId)?.from.graph ?? to.graph, elementId);
      const known = found.get(elementId) ?? { elementId, name: element?.name ?? elementId, instances: 0, type: element?.type ?? '' };
      known.instances += 1;
      found.set(elementId, known);
    }
  }
  return [...found.values()].map(({ type, ...step }) => ({
    ...step,
    partners: to.graph.elements
      .filter((one) => one.type === type)
      .map(({ id, name }) => ({ elementId: id, name: name === '' ? id : name })),
  }));
}

function end(run: DryRun, status: DryRun['status']): void {
  run.status = status;
  run.endedMs = performance.now();
}

function keep(deps: CaseworkDeps, run: DryRun): void {
  const runs = RUNS.get(deps.runtime) ?? new Map<string, DryRun>();
  RUNS.set(deps.runtime, runs);
  runs.set(run.id, run);
  const oldest = runs.keys().next().value;
  if (runs.size > KEPT && oldest !== undefined) {
    runs.delete(oldest);
  }
}
