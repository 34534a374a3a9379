import type { GraphElement } from '@thidua/bpmn';

/** Tokens counted at one element, per flow index of its scope. */
export type Counts = Readonly<Record<string, number>> | undefined;

/** Flows a firing join takes a token from, if there is one; for a start quantity a flow is named as often as tokens are taken. Used by `apply`, so a replay takes the same. */
export function consumedBy(element: GraphElement, counts: Counts): readonly number[] {
  const { incoming, startQuantity } = element;
  if (startQuantity === undefined) {
    return incoming;
  }
  return incoming.flatMap((flow) => Array.from({ length: countAt(counts, flow) }, () => flow)).slice(0, startQuantity);
}

/** What a complex gateway owes after firing: its flows that had no token. */
export function owedBy(element: GraphElement, counts: Counts): readonly number[] {
  return element.incoming.filter((flow) => countAt(counts, flow) === 0);
}

export function totalOf(flows: readonly number[], counts: Counts): number {
  return flows.reduce((sum, flow) => sum + countAt(counts, flow), 0);
}

export function countAt(counts: Counts, flow: number): number {
  return counts?.[flow] ?? 0;
}
