import type { WhatIfInstance } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { RunningInstance } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { Refused } from '../../refused';
import type { DiagramElement } from '../../tasks/load-task';
import { demandAdministrator } from '../administrator';
import { compareVersions } from '../changes/compare-versions';
import { waitingPlaces, type WaitingPlace } from '../waiting-places';
import { assignmentAt, variablesAt, whoText } from './assignment';
import { lineView, runFor } from './dry-run';
import { comparedIn, graphsOf } from './dry-run-job';
import { dueAfter, type Judged } from './due-after';
import { judge, ownGraph, type Compared } from './judge';
import { elementById } from './partners';
import type { Graph, Side } from './side';

type Place = WhatIfInstance['before']['places'][number];
type Step = WhatIfInstance['before']['ahead'][number];

/** One instance as it stands now, and as it would stand under the version that is tried. */
export const dryRunInstance: Handler<'dryRunInstance'> = async (deps, { actor, params }): Promise<WhatIfInstance> => {
  demandAdministrator(actor);
  const { provinceId } = actor;
  const run = runFor(deps, provinceId, params['id'] ?? '');
  const line = run.lines.find(({ instanceId }) => instanceId === params['instanceId']);
  const [instance] = line === undefined ? [] : await deps.stores.running.load(provinceId, [line.instanceId]);
  if (line === undefined || instance === undefined || instance.state.status !== 'active') {
    throw new Refused('not-found', { what: 'instance' });
  }
  const compared = await comparedIn(deps, run, instance.definitionId);
  const graphs = await graphsOf(deps, provinceId, instance);
  const judgement = judge(compared, instance, graphs);
  const asked = { provinceId, ...{ instance, compared, judgement }, graphs };
  const { from, to, partners } = compared;
  const changes = await changesOf(deps, compared);
  const isMovable = judgement.verdict !== 'mapping' && judgement.verdict !== 'breaks';
  const places = await placesBefore(deps, asked);
  return {
    ...lineView(line),
    ...{ verdict: judgement.verdict, reasons: [...judgement.reasons] },
    before: {
      ...headOf(from),
      places: places.map(({ place }) => place),
      ahead: await aheadOf(deps, asked, from, judgement.way.aheadBefore),
    },
    after: isMovable
      ? { ...headOf(to), places: await placesAfter(deps, asked, places), ahead: await aheadOf(deps, asked, to, judgement.way.aheadAfter) }
      : null,
    changes: changes.filter(
      ({ elementId }) => judgement.way.concerned.has(elementId) || judgement.way.concerned.has(partners.byId.get(elementId) ?? ''),
    ),
  };
};

/** Read once for all instances of a version. */
const CHANGES = new WeakMap<Compared, Promise<WhatIfInstance['changes']>>();

function changesOf(deps: CaseworkDeps, compared: Compared): Promise<WhatIfInstance['changes']> {
  const known = CHANGES.get(compared) ?? compareVersions(deps, compared.from.record, compared.to.record).then(({ changes }) => changes);
  CHANGES.set(compared, known);
  return known;
}

interface Asked extends Judged {
  readonly provinceId: string;
  readonly graphs: readonly Graph[];
}

interface Stood {
  readonly place: Place;
  readonly at: WaitingPlace;
  readonly element: DiagramElement | undefined;
}

function headOf({ id, version }: Side): { readonly definitionId: string; readonly version: number } {
  return { definitionId: id, version };
}

async function placesBefore(deps: CaseworkDeps, { provinceId, instance, graphs }: Asked): Promise<readonly Stood[]> {
  return Promise.all(
    waitingPlaces(instance.state, (index) => graphs[index]).map(async (at) => {
      const task = taskAt(instance, at.elementId);
      const graph = graphs.find(({ processId }) => processId === at.graph);
      const element = graph === undefined ? undefined : elementById(graph, at.elementId);
      const place = {
        elementId: at.elementId,
        name: nameOf(element, at.elementId),
        waitsFor: at.waitsFor,
        who: task === undefined || element === undefined ? null : await whoText(deps, provinceId, element, task),
        dueAt: textOf(task?.dueAt ?? null),
        form: task?.formId ?? null,
      };
      return { place, at, element };
    }),
  );
}

/** Steps of called processes stay as they are: only its own process has another version. */
async function placesAfter(deps: CaseworkDeps, asked: Asked, before: readonly Stood[]): Promise<Place[]> {
  const { provinceId, instance, compared, judgement } = asked;
  const due = await dueAfter(deps, provinceId, [asked]);
  const own = asked.graphs[ownGraph(instance.state)]?.processId;
  return Promise.all(
    before.map(async ({ place, at }) => {
      const next = at.graph === own ? elementById(compared.to.graph, compared.partners.byId.get(at.elementId) ?? '') : undefined;
      if (next === undefined) {
        return place;
      }
      const task = taskAt(instance, at.elementId);
      const newDue = due.get(task?.id ?? '');
      const isMoved = judgement.way.signer.some(({ elementId }) => elementId === next.id);
      const variables = variablesAt(instance.state, at.keys[0] ?? 1);
      return {
        ...{ elementId: next.id, name: nameOf(next, next.id), waitsFor: place.waitsFor },
        who: isMoved ? await whoText(deps, provinceId, next, assignmentAt(next, variables, deps.clock.nowMs())) : place.who,
        dueAt: newDue === undefined ? place.dueAt : textOf(newDue),
        form: next.type === 'userTask' ? (next.task.formId ?? null) : null,
      };
    }),
  );
}

/** Steps of people on the way, in the order they are drawn. */
async function aheadOf(deps: CaseworkDeps, { provinceId, instance }: Asked, side: Side, ahead: ReadonlySet<number>): Promise<Step[]> {
  const variables = variablesAt(instance.state, 1);
  const steps = [...ahead].sort((a, b) => a - b).flatMap((index) => side.graph.elements[index] ?? []);
  return Promise.all(
    steps
      .filter(({ type }) => type === 'userTask')
      .map(async (element) => ({
        ...{ elementId: element.id, name: nameOf(element, element.id) },
        who: await whoText(deps, provinceId, element, assignmentAt(element, variables, deps.clock.nowMs())),
        workingDays: element.legal.deadline?.workingDays ?? null,
        row: element.legal.deadline?.row ?? null,
        form: element.type === 'userTask' ? (element.task.formId ?? null) : null,
      })),
  );
}

function textOf(at: Date | null): string | null {
  return at === null ? null : isoOf(at.getTime());
}

function taskAt({ tasks }: RunningInstance, elementId: string): RunningInstance['tasks'][number] | undefined {
  return tasks.find((task) => task.elementId === elementId);
}

function nameOf(element: DiagramElement | undefined, id: string): string {
  return element === undefined || element.name === '' ? id : element.name;
}
