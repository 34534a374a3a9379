import type { StepPair, WhatIfReason, WhatIfVerdict } from '@thidua/contract';
import { planMigration, type InstanceState } from '@thidua/runtime';
import type { RunningInstance } from '@thidua/store';
import { compareWays, type WayChange } from './compare-ways';
import { elementById, partnersOf, type Partners } from './partners';
import type { Graph, Side } from './side';
import { standingIn } from './way-ahead';

/** An older version beside the one that is tried; what was compared once is kept by the places stood at. */
export interface Compared {
  readonly from: Side;
  readonly to: Side;
  readonly partners: Partners;
  readonly ways: Map<string, WayChange>;
}

type Judgeable = Pick<RunningInstance, 'state' | 'jobsHeld' | 'ballots'>;

export interface Judgement {
  readonly verdict: WhatIfVerdict;
  readonly reasons: readonly WhatIfReason[];
  /** Elements it stands at that want another partner. */
  readonly unmapped: readonly string[];
  readonly way: WayChange;
  readonly standing: readonly number[];
}

export function comparedWith(from: Side, to: Side, mapping: readonly StepPair[]): Compared {
  return { from, to, partners: partnersOf(from.graph, to.graph, mapping), ways: new Map() };
}

/** Index of the graph an instance runs as its own; another one than 0 once it has been moved. */
export function ownGraph(state: InstanceState): number {
  return state.elements['1']?.graph ?? 0;
}

/** @param graphs those the instance is bound to, by index */
export function judge(compared: Compared, instance: Judgeable, graphs: readonly Graph[]): Judgement {
  const { from, to, partners, ways } = compared;
  const { state } = instance;
  const own = ownGraph(state);
  const standing = standingIn(state, own, from.graph);
  const key = standing.join();
  const way = ways.get(key) ?? compareWays(from, to, partners, standing);
  ways.set(key, way);
  const { problems } = planMigration({ state, graphs, from: own, to: to.graph, mapping: partners.mapping });
  const told = [...problems, ...haltsOf(instance)].map(({ code, element }) => ({
    ...{ code, elementId: element },
    elementName: nameOf(compared, element),
  }));
  const verdict = verdictOf(way, told);
  const unmapped = verdict === 'mapping' ? told.map(({ elementId }) => elementId) : [];
  // Where it cannot be moved, the way from there says nothing.
  const reasons = told.length > 0 ? told : [...way.signer, ...way.limit, ...way.way];
  return { verdict, reasons: onceEach(reasons), unmapped: [...new Set(unmapped)], way, standing };
}

/** What must not be moved in the middle: a job in a worker's hands, a ballot whose roll is fixed. */
function haltsOf({ jobsHeld, ballots }: Judgeable): readonly { readonly code: string; readonly element: string }[] {
  return [
    ...jobsHeld.map((element) => ({ code: 'job-running', element })),
    ...ballots.map((element) => ({ code: 'ballot-open', element })),
  ];
}

/** Another partner for the step mends these. */
const MENDABLE: readonly string[] = ['unmapped-element', 'changed-type', 'changed-scope'];

function verdictOf({ signer, limit, way }: WayChange, problems: readonly WhatIfReason[]): WhatIfVerdict {
  if (problems.length > 0) {
    return problems.every(({ code }) => MENDABLE.includes(code)) ? 'mapping' : 'breaks';
  }
  return signer.length > 0 ? 'signer' : limit.length > 0 ? 'limit' : way.length > 0 ? 'moves' : 'stays';
}

/** A problem names an element of the running version; of a new event, of the version that is tried. */
function nameOf({ from, to }: Compared, elementId: string): string {
  const name = (elementById(from.graph, elementId) ?? elementById(to.graph, elementId))?.name ?? '';
  return name === '' ? elementId : name;
}

function onceEach(reasons: readonly WhatIfReason[]): readonly WhatIfReason[] {
  return [...new Map(reasons.map((one) => [`${one.code}/${one.elementId}`, one])).values()];
}
