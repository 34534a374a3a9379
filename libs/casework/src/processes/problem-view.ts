import type { ProblemView } from '@thidua/contract';
import type { Refusal } from '@thidua/runtime';
import { jsonRecord } from '../json-record';
import { Refused } from '../refused';

export function problemView({ code, severity, elementId, elementName, detail, path, hint }: Refusal): ProblemView {
  return {
    code,
    severity,
    elementId: elementId ?? null,
    elementName: elementName ?? null,
    detail: jsonRecord({ ...detail, path, ...(hint === undefined ? {} : { hint }) }),
  };
}

/** @throws Refused diagram-refused {problems} */
export function refuseDiagram(refusals: readonly Refusal[]): never {
  throw new Refused('diagram-refused', { problems: refusals.map(problemView) });
}
