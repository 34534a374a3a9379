/** Short XML for tests that need one thing to be wrong. Elements are strings; a flow's id is `source_target`. */
const NAMESPACES = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:thidua="http://thidua.vn/schema/bpmn/1.0"',
].join(' ');

export function file(...content: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<bpmn:definitions ${NAMESPACES} id="Definitions" targetNamespace="t">${content.join('\n')}</bpmn:definitions>`;
}

export function process(...content: readonly string[]): string {
  return `<bpmn:process id="P" name="Quy trình" isExecutable="true">${content.join('\n')}</bpmn:process>`;
}

/** A file with one process P. */
export function diagram(...content: readonly string[]): string {
  return file(process(...content));
}

export function element(type: string, id: string, inner = '', attributes = ''): string {
  return `<bpmn:${type} id="${id}" ${attributes}>${inner}</bpmn:${type}>`;
}

export const start = (id = 'S', inner = '', attributes = ''): string => element('startEvent', id, inner, attributes);
export const end = (id = 'E', inner = ''): string => element('endEvent', id, inner);
export const task = (id: string, inner = '', attributes = ''): string => element('task', id, inner, attributes);
export const exclusive = (id: string, attributes = ''): string => element('exclusiveGateway', id, '', attributes);
export const parallel = (id: string, attributes = ''): string => element('parallelGateway', id, '', attributes);
export const extensions = (...inner: readonly string[]): string => `<bpmn:extensionElements>${inner.join('')}</bpmn:extensionElements>`;
export const step = (kind: string): string => `<thidua:step kind="${kind}"/>`;

/** A native user task for the commune chair, with further extension elements. */
export function user(id: string, ...more: readonly string[]): string {
  return element('userTask', id, extensions('<zeebe:userTask/>', groups('chair'), ...more));
}

export function groups(role: string): string {
  return `<zeebe:assignmentDefinition candidateGroups="=[&quot;pos:&quot; + commune + &quot;/${role}&quot;]"/>`;
}

export function flow(source: string, target: string, condition?: string): string {
  const text =
    condition === undefined
      ? ''
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escape(condition)}</bpmn:conditionExpression>`;
  return `<bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${text}</bpmn:sequenceFlow>`;
}

/** Flows along a chain of ids. */
export function chain(...ids: readonly string[]): string {
  return ids
    .slice(1)
    .map((id, index) => flow(ids[index] ?? '', id))
    .join('');
}

export function timer(kind: 'timeDate' | 'timeDuration' | 'timeCycle', value: string): string {
  return `<bpmn:timerEventDefinition><bpmn:${kind} xsi:type="bpmn:tFormalExpression">${escape(value)}</bpmn:${kind}></bpmn:timerEventDefinition>`;
}

export function boundary(id: string, host: string, definition: string, attributes = ''): string {
  return element('boundaryEvent', id, definition, `attachedToRef="${host}" ${attributes}`);
}

export function subProcess(id: string, ...content: readonly string[]): string {
  return element('subProcess', id, content.join(''));
}

export function eventSubProcess(id: string, ...content: readonly string[]): string {
  return element('subProcess', id, content.join(''), 'triggeredByEvent="true"');
}

/** Start to end through the given elements. */
export function straight(...tasks: readonly (readonly [string, string])[]): string {
  return diagram(start(), ...tasks.map(([, xml]) => xml), end(), chain('S', ...tasks.map(([id]) => id), 'E'));
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
