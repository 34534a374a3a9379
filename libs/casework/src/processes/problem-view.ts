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
    // A finding's own `path` is the run that leads to it; its place in the file stands under another name.
    detail: jsonRecord({ ...detail, place: path, ...(hint === undefined ? {} : { hint }) }),
  };
}

/** @throws Refused diagram-refused {problems} */
export function refuseDiagram(refusals: readonly Refusal[]): never {
  throw new Refused('diagram-refused', { problems: refusals.map(problemView) });
}
