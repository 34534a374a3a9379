import type { JsonObject } from '@thidua/kernel';
import type { DrawnNode, DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { entered, type Cut } from '../flow/reach';
import type { Refusal, RefusalCode } from '../refusal';
import { eachProcess } from './each';

/** The one condition under which the council may be left out: the award's row in the pack says that it needs none. */
const WITHOUT_COUNCIL = 'councilBody = "none"';

/**
 * No path, through boundary events and event subprocesses too, reaches a decision without appraisal, nor without council or
 * ballot: the order of the procedure is law, not a choice of the person who draws.
 */
export const decisionPath = eachProcess((process) => {
  const decisions = process.nodes.filter((node) => node.step === 'decision');
  if (decisions.length === 0) {
    return [];
  }
  const appraisal = stepsCut(process, ['appraisal']);
  const council: Cut = {
    ...stepsCut(process, ['council', 'ballot']),
    flows: new Set(process.flows.filter((flow) => isWithoutCouncil(flow.condition)).map((flow) => flow.index)),
  };
  const unvoted = bypassed(process, decisions, council, 'council-missing');
  return [
    ...bypassed(process, decisions, appraisal, 'appraisal-missing'),
    ...unvoted,
    ...(unvoted.length > 0 ? [] : withoutBallot(process, decisions, council.flows ?? new Set())),
  ];
});

/** Where a council votes by ballot, no meeting decides without one having been opened; its end, or the clock, closes it. */
function withoutBallot(process: DrawnProcess, decisions: readonly DrawnNode[], excused: ReadonlySet<number>): readonly Refusal[] {
  const ballots = process.nodes.filter((node) => node.step === 'ballot');
  if (ballots.length === 0) {
    return [];
  }
  const intoBallots = ballots.flatMap((node) => node.incoming);
  return bypassed(process, decisions, { flows: new Set([...excused, ...intoBallots]) }, 'council-missing', { reason: 'no-ballot' });
}

/** Cuts the completion of the named steps. */
export function stepsCut(process: DrawnProcess, steps: readonly string[]): Cut {
  return { nodes: new Set(process.nodes.filter((node) => steps.includes(node.step ?? '')).map((node) => node.index)) };
}

function bypassed(
  process: DrawnProcess,
  decisions: readonly DrawnNode[],
  cut: Cut,
  code: RefusalCode,
  detail: JsonObject = {},
): readonly Refusal[] {
  const reached = entered(process, cut);
  return decisions.filter((node) => reached.has(node.index)).map((node) => refuse(code, { element: node.element }, detail));
}

function isWithoutCouncil(condition: string | undefined): boolean {
  return condition?.replace(/\s+/g, ' ').replace(/ ?= ?/, ' = ') === WITHOUT_COUNCIL;
}
