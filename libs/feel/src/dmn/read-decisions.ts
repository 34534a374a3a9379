import { err, ok, type Result } from '@thidua/kernel';
import { DmnModdle, type ModdleElement, type ModdleParsed } from 'dmn-moddle';
import { Builder } from './builder';
import { decisionSet, type DecisionNode, type DecisionSet } from './decision-set';
import { buildTable } from './decision-table';
import type { DmnProblem } from './dmn-problem';
import { childAt, childrenAt, textAt } from './moddle';

/** Characters of a file, and namespace declarations in it: many nested ones hold the XML reader for seconds. */
const MAX_XML = 1_000_000;
const MAX_NAMESPACES = 50;

/** Reads and compiles the decisions of a DMN 1.3 file: decision tables and literal expressions. Any problem refuses the whole file. */
export async function readDecisions(xml: string): Promise<Result<DecisionSet, readonly DmnProblem[]>> {
  const refused = refuseText(xml);
  if (refused !== null) {
    return err([refused]);
  }
  const parsed = await parse(xml);
  if (!parsed.ok) {
    return parsed;
  }
  const builder = new Builder();
  const nodes = buildNodes(parsed.value.rootElement, builder);
  checkReferences(nodes, builder);
  return builder.problems.length > 0 ? err(builder.problems) : ok(decisionSet(nodes, builder.slots));
}

function refuseText(xml: string): DmnProblem | null {
  if (xml.length > MAX_XML || (xml.match(/xmlns/g)?.length ?? 0) > MAX_NAMESPACES) {
    return { code: 'dmn-limit', message: `a DMN file has at most ${MAX_XML} characters and ${MAX_NAMESPACES} namespaces`, elementId: null };
  }
  return /<!(?:DOCTYPE|ENTITY)/i.test(xml) ? { code: 'dmn-xml', message: 'a DMN file declares no document type', elementId: null } : null;
}

/** moddle throws on broken XML and only warns about elements it drops: both refuse the file. */
async function parse(xml: string): Promise<Result<ModdleParsed, readonly DmnProblem[]>> {
  try {
    const parsed = await new DmnModdle().fromXML(xml);
    const problems = parsed.warnings.map(({ message, element }) => xmlProblem(message, element?.id));
    return problems.length > 0 ? err(problems) : ok(parsed);
  } catch (error) {
    if (error instanceof Error) {
      return err([xmlProblem(error.message, undefined)]);
    }
    throw error;
  }
}

function xmlProblem(message: string, elementId: string | undefined): DmnProblem {
  return { code: 'dmn-xml', message: (message.split('\n')[0] ?? '').slice(0, 200), elementId: elementId ?? null };
}

function buildNodes(definitions: ModdleElement, builder: Builder): ReadonlyMap<string, DecisionNode> {
  const nodes = new Map<string, DecisionNode>();
  for (const element of childrenAt(definitions, 'drgElement')) {
    if (element.$type !== 'dmn:Decision') {
      continue;
    }
    if (element.id === undefined) {
      builder.problem('dmn-shape', 'a decision has an id', null);
      continue;
    }
    nodes.set(element.id, buildNode(element, element.id, builder));
  }
  if (nodes.size === 0) {
    builder.problem('dmn-shape', 'the file holds no decision', null);
  }
  return nodes;
}

function buildNode(element: ModdleElement, id: string, builder: Builder): DecisionNode {
  const name = textAt(element, 'name') ?? id;
  if (childrenAt(element, 'knowledgeRequirement').length > 0) {
    builder.problem('dmn-unsupported', 'business knowledge models are not supported', id);
  }
  return {
    id,
    name,
    variable: (textAt(childAt(element, 'variable'), 'name') ?? name).normalize('NFC'),
    requires: childrenAt(element, 'informationRequirement').flatMap((requirement) => {
      const href = textAt(childAt(requirement, 'requiredDecision'), 'href');
      return href === undefined ? [] : [href.replace(/^#/, '')];
    }),
    logic: buildLogic(childAt(element, 'decisionLogic'), id, builder),
  };
}

function buildLogic(logic: ModdleElement | undefined, id: string, builder: Builder): DecisionNode['logic'] {
  switch (logic?.$type) {
    case 'dmn:DecisionTable':
      return buildTable(logic, id, builder);
    case 'dmn:LiteralExpression':
      return builder.expression(textAt(logic, 'text') ?? '', logic.id ?? id).code;
    default:
      builder.problem('dmn-unsupported', 'a decision is a decision table or a literal expression', id);
      return () => null;
  }
}

function checkReferences(nodes: ReadonlyMap<string, DecisionNode>, builder: Builder): void {
  for (const node of nodes.values()) {
    for (const id of node.requires) {
      if (!nodes.has(id)) {
        builder.problem('dmn-reference', `requires ${id}, which is no decision of this file`, node.id);
      }
    }
    if (reaches(node.requires, node.id, nodes)) {
      builder.problem('dmn-cycle', 'the decision requires itself', node.id);
    }
  }
}

function reaches(from: readonly string[], target: string, nodes: ReadonlyMap<string, DecisionNode>): boolean {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === target) {
      return true;
    }
    if (!seen.has(id)) {
      seen.add(id);
      open.push(...(nodes.get(id)?.requires ?? []));
    }
  }
  return false;
}
