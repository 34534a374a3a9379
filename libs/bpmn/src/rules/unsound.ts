import { flowAt, nodeAt, type DrawnNode, type DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { playTokens, type Finding } from '../flow/token-game';
import type { Refusal } from '../refusal';
import { eachProcess } from './each';

/**
 * Runs that cannot end: a join waiting for a branch that was not taken, a part without a way out, tokens without bound.
 * Found by playing the tokens of every scope from every start, up to 20,000 states; beyond that a warning says so.
 */
export const unsound = eachProcess((process) => {
  // With a broken flow the game would report what `flow-ends` and `connections` say better.
  if (process.flows.some((flow) => flow.source === undefined || flow.target === undefined)) {
    return [];
  }
  return process.nodes.filter((node) => node.kind === 'startEvent').flatMap((start) => checkStart(process, start));
});

function checkStart(process: DrawnProcess, start: DrawnNode): readonly Refusal[] {
  const findings = playTokens(process, start);
  const deadlocks = findings.flatMap((finding) => (finding.problem === 'deadlock' ? [finding] : []));
  const joins = [...new Set(deadlocks.flatMap((finding) => finding.joins))];
  return [
    ...joins.map((join) => {
      const node = nodeAt(process, join);
      const empty = node.incoming.filter((flow) =>
        deadlocks.some((finding) => finding.joins.includes(join) && finding.empty.includes(flow)),
      );
      const hint = 'Join with an exclusive gateway what an exclusive gateway split, or let every branch reach this join.';
      return refuse('unsound', { element: node.element }, { problem: 'deadlock', waitsFor: idsOf(process, empty) }, { hint });
    }),
    ...findings.flatMap((finding) => otherFinding(process, start, finding)),
  ];
}

function otherFinding(process: DrawnProcess, start: DrawnNode, finding: Finding): readonly Refusal[] {
  switch (finding.problem) {
    case 'deadlock':
      return [];
    case 'too-large':
      return [refuse('soundness-unknown', { element: start.element }, { states: finding.states }, { severity: 'warning' })];
    case 'no-way-out':
    case 'unbounded':
      return finding.nodes.slice(0, 1).map((index) => {
        const elements = finding.nodes.map((node) => nodeAt(process, node).id);
        return refuse('unsound', { element: nodeAt(process, index).element }, { problem: finding.problem, elements });
      });
  }
}

function idsOf(process: DrawnProcess, flows: readonly number[]): readonly string[] {
  return flows.map((flow) => flowAt(process, flow).id);
}
