import type { DrawnNode, DrawnProcess } from '../drawing/drawing';
import { refuse } from '../drawing/place';
import { entered, type Cut } from '../flow/reach';
import type { RefusalCode } from '../refusal';
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
  return [...bypassed(process, decisions, appraisal, 'appraisal-missing'), ...bypassed(process, decisions, council, 'council-missing')];
});

/** Cuts the completion of the named steps. */
export function stepsCut(process: DrawnProcess, steps: readonly string[]): Cut {
  return { nodes: new Set(process.nodes.filter((node) => steps.includes(node.step ?? '')).map((node) => node.index)) };
}

function bypassed(
  process: DrawnProcess,
  decisions: readonly DrawnNode[],
  cut: Cut,
  code: RefusalCode,
): readonly ReturnType<typeof refuse>[] {
  const reached = entered(process, cut);
  return decisions.filter((node) => reached.has(node.index)).map((node) => refuse(code, { element: node.element }));
}

function isWithoutCouncil(condition: string | undefined): boolean {
  return condition?.replace(/\s+/g, ' ').replace(/ ?= ?/, ' = ') === WITHOUT_COUNCIL;
}
