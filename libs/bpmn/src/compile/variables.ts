import type { ModdleElement } from 'bpmn-moddle';
import type { DrawnNode } from '../drawing/drawing';
import type { Mapping, MultiInstance } from '../graph';
import { elementOf, elementsOf, extensionOf, textOf } from '../moddle/access';
import { reject, type Compiling } from './compiling';
import { feel, feelBody, marked } from './expressions';
import { present } from './present';

const VARIABLE = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/** What zeebe lets take inputs; elsewhere only outputs mean something. */
const TAKES_INPUTS: readonly string[] = [
  ...['userTask', 'serviceTask', 'businessRuleTask', 'callActivity', 'subProcess'],
  ...['endEvent', 'intermediateThrowEvent'],
];

export function inputsOf(compiling: Compiling, node: DrawnNode): readonly Mapping[] {
  const mappings = mappingsOf(compiling, node, 'inputParameters');
  if (mappings.length > 0 && !TAKES_INPUTS.includes(node.kind)) {
    reject(compiling, 'attribute-not-executed', { element: node.element, below: 'zeebe:IoMapping/zeebe:input' }, { name: 'zeebe:input' });
  }
  return mappings;
}

export function outputsOf(compiling: Compiling, node: DrawnNode): readonly Mapping[] {
  return mappingsOf(compiling, node, 'outputParameters');
}

function mappingsOf(compiling: Compiling, node: DrawnNode, list: string): readonly Mapping[] {
  return elementsOf(extensionOf(node.element, 'zeebe:IoMapping'), list).flatMap((parameter): readonly Mapping[] => {
    const place = { element: node.element, below: `zeebe:IoMapping/${list}` };
    const source = marked(compiling, place, textOf(parameter, 'source') ?? '');
    const target = variableName(compiling, node, list, textOf(parameter, 'target'));
    return source === undefined || target === undefined ? [] : [{ source, target }];
  });
}

function variableName(compiling: Compiling, node: DrawnNode, where: string, name: string | undefined): string | undefined {
  if (name !== undefined && VARIABLE.test(name)) {
    return name;
  }
  reject(compiling, 'target-invalid', { element: node.element, below: `zeebe:IoMapping/${where}` }, { value: name ?? '' });
  return undefined;
}

/** Parallel multi-instance over a collection; other loops were refused by the rules. */
export function multiInstanceOf(compiling: Compiling, node: DrawnNode): MultiInstance | undefined {
  const loop = elementOf(node.element, 'loopCharacteristics');
  if (loop === undefined) {
    return undefined;
  }
  const zeebe = extensionOf(loop, 'zeebe:LoopCharacteristics');
  const collection = textOf(zeebe, 'inputCollection');
  const below = 'zeebe:LoopCharacteristics';
  if (collection === undefined) {
    reject(compiling, 'collection-missing', { element: node.element, below });
    return undefined;
  }
  const inputCollection = feel(compiling, { element: node.element, below: `${below}/@inputCollection` }, collection);
  const names = { inputElement: textOf(zeebe, 'inputElement'), outputCollection: textOf(zeebe, 'outputCollection') };
  for (const [attribute, name] of Object.entries(names)) {
    if (name !== undefined && !VARIABLE.test(name)) {
      reject(compiling, 'target-invalid', { element: node.element, below: `${below}/@${attribute}` }, { value: name });
    }
  }
  const output = textOf(zeebe, 'outputElement');
  const outputElement =
    output === undefined ? undefined : feel(compiling, { element: node.element, below: `${below}/@outputElement` }, output);
  const completionCondition = feelBody(compiling, loop, 'completionCondition');
  return inputCollection === undefined ? undefined : present({ inputCollection, ...names, outputElement, completionCondition });
}

/** `zeebe:taskHeaders` over `zeebe:properties`. */
export function headersOf(element: ModdleElement): Readonly<Record<string, string>> {
  const properties = elementsOf(extensionOf(element, 'zeebe:Properties'), 'properties');
  const headers = elementsOf(extensionOf(element, 'zeebe:TaskHeaders'), 'values');
  return Object.fromEntries([
    ...properties.map((property): [string, string] => [textOf(property, 'name') ?? '', textOf(property, 'value') ?? '']),
    ...headers.map((header): [string, string] => [textOf(header, 'key') ?? '', textOf(header, 'value') ?? '']),
  ]);
}
