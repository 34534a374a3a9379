import type { ModdleElement } from 'bpmn-moddle';
import type { DrawnNode } from '../drawing/drawing';
import type { Mapping } from '../graph';
import { elementsOf, extensionOf, textOf, written } from '../moddle/access';
import { reject, type Compiling } from './compiling';
import { associationMappings } from './data';
import { marked } from './expressions';
import { VARIABLE } from './names';

/** What zeebe lets take inputs; elsewhere only outputs mean something. */
const TAKES_INPUTS: readonly string[] = [
  ...['userTask', 'serviceTask', 'scriptTask', 'businessRuleTask', 'sendTask', 'callActivity'],
  ...['subProcess', 'transaction', 'adHocSubProcess', 'endEvent', 'intermediateThrowEvent'],
];

export function inputsOf(compiling: Compiling, node: DrawnNode): readonly Mapping[] {
  const mappings = [...mappingsOf(compiling, node, 'inputParameters'), ...associationMappings(compiling, node, 'Input')];
  if (mappings.length > 0 && !TAKES_INPUTS.includes(node.kind)) {
    reject(compiling, 'attribute-not-executed', { element: node.element, below: 'zeebe:IoMapping/zeebe:input' }, { name: 'zeebe:input' });
  }
  return mappings;
}

export function outputsOf(compiling: Compiling, node: DrawnNode): readonly Mapping[] {
  return [...mappingsOf(compiling, node, 'outputParameters'), ...associationMappings(compiling, node, 'Output')];
}

function mappingsOf(compiling: Compiling, node: DrawnNode, list: string): readonly Mapping[] {
  return elementsOf(extensionOf(node.element, 'zeebe:IoMapping'), list).flatMap((parameter): readonly Mapping[] => {
    const place = { element: node.element, below: `zeebe:IoMapping/${list}` };
    const source = marked(compiling, place, written(parameter, 'source'));
    const target = variableName(compiling, node, list, written(parameter, 'target'));
    return source === undefined || target === undefined ? [] : [{ source, target }];
  });
}

function variableName(compiling: Compiling, node: DrawnNode, where: string, name: string): string | undefined {
  if (VARIABLE.test(name)) {
    return name;
  }
  reject(compiling, 'target-invalid', { element: node.element, below: `zeebe:IoMapping/${where}` }, { value: name });
  return undefined;
}

/** `zeebe:taskHeaders` over `zeebe:properties`. */
export function headersOf(element: ModdleElement): Readonly<Record<string, string>> {
  const properties = elementsOf(extensionOf(element, 'zeebe:Properties'), 'properties');
  const headers = elementsOf(extensionOf(element, 'zeebe:TaskHeaders'), 'values');
  return Object.fromEntries([
    ...properties.map((property): [string, string] => [written(property, 'name'), textOf(property, 'value') ?? '']),
    ...headers.map((header): [string, string] => [written(header, 'key'), textOf(header, 'value') ?? '']),
  ]);
}
