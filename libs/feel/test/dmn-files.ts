import type { JsonObject } from '@thidua/kernel';
import type { Decision, DecisionEvaluation } from '../src/expression';
import { readDecisions } from '../src/dmn/read-decisions';

/** DMN files for specs, written as short as the schema lets them. */
const NAMESPACES: Readonly<Record<string, string>> = {
  '1.2': 'http://www.omg.org/spec/DMN/20180521/MODEL/',
  '1.3': 'https://www.omg.org/spec/DMN/20191111/MODEL/',
  '1.4': 'https://www.omg.org/spec/DMN/20211108/MODEL/',
  '1.5': 'https://www.omg.org/spec/DMN/20230324/MODEL/',
};
export const DMN_15 = NAMESPACES['1.5'] ?? '';

export function fileXml(parts: readonly string[], { version = '1.5', namespace = 'thidua', more = '' } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${NAMESPACES[version] ?? version}" id="file" name="f" namespace="${namespace}" ${more}>${parts.join('')}</definitions>`;
}

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export const literal = (text: string, attributes = ''): string =>
  `<literalExpression ${attributes}><text>${escaped(text)}</text></literalExpression>`;

/** `links` are requirements, as `requires` and its kin give them. */
export function decisionXml(id: string, logic: string, { name = id, type = '', links = '' } = {}): string {
  const variable = `<variable name="${name}" ${type === '' ? '' : `typeRef="${type}"`}/>`;
  return `<decision id="${id}" name="${name}">${variable}${links}${logic}</decision>`;
}

export const inputXml = (id: string, type = '', name = id): string =>
  `<inputData id="${id}" name="${name}"><variable name="${name}" ${type === '' ? '' : `typeRef="${type}"`}/></inputData>`;

export const needsDecision = (id: string): string =>
  `<informationRequirement><requiredDecision href="${id.includes('#') ? id : `#${id}`}"/></informationRequirement>`;
export const needsInput = (id: string): string =>
  `<informationRequirement><requiredInput href="${id.includes('#') ? id : `#${id}`}"/></informationRequirement>`;
export const needsKnowledge = (id: string): string =>
  `<knowledgeRequirement><requiredKnowledge href="${id.includes('#') ? id : `#${id}`}"/></knowledgeRequirement>`;

/** A business knowledge model; parameters as `name: type`. */
export function knowledgeXml(id: string, params: readonly string[], logic: string, { type = '', links = '', kind = '' } = {}): string {
  const variable = `<variable name="${id}" ${type === '' ? '' : `typeRef="${type}"`}/>`;
  const body = `<encapsulatedLogic ${kind}>${params.map(paramXml).join('')}${logic}</encapsulatedLogic>`;
  return `<businessKnowledgeModel id="${id}" name="${id}">${variable}${links}${body}</businessKnowledgeModel>`;
}

export function paramXml(param: string): string {
  const [name = '', type] = param.split(': ');
  return `<formalParameter name="${name}" ${type === undefined ? '' : `typeRef="${type}"`}/>`;
}

export async function decisionOf(xml: string, id = 'd', imported: readonly string[] = []): Promise<Decision> {
  const read = await readDecisions(xml, imported);
  const decision = read.ok ? (read.value.decision(id) ?? read.value.service(id)) : undefined;
  if (decision === undefined) {
    throw new Error(JSON.stringify(read));
  }
  return decision;
}

/** The evaluation of the decision `d`. */
export async function evaluated(parts: readonly string[], variables: JsonObject = {}): Promise<DecisionEvaluation> {
  return (await decisionOf(fileXml(parts))).evaluate(variables, { nowMs: 0 });
}

/** Code and nearest element of each problem. */
export async function problemsOf(xml: string, imported: readonly string[] = []): Promise<readonly (readonly [string, string | null])[]> {
  const read = await readDecisions(xml, imported);
  return read.ok ? [] : read.error.map(({ code, elementId }) => [code, elementId] as const);
}
