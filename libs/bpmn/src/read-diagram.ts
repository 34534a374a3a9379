import { err, ok, type Result } from '@thidua/kernel';
import { compileProcess } from './compile/compile-process';
import { constraintsOf } from './constraints';
import { draw } from './drawing/draw';
import type { ProcessGraph } from './graph';
import { parseXml } from './moddle/parse';
import { checkNames } from './names/check-names';
import { isError, orderRefusals, type Refusal } from './refusal';
import { ALL_RULES } from './rules/all-rules';
import { scanXml } from './scan/scan-xml';
import { checkSchema } from './schema/check-schema';
import type { Surroundings } from './surroundings';

/** Every executable process of one file, ready to run. */
export interface CompiledDiagram {
  readonly definitionsId: string;
  /** By process id. */
  readonly graphs: ReadonlyMap<string, ProcessGraph>;
}

/** Reads a diagram for deployment: frozen graphs, or every reason why not. Warnings do not refuse; `lintDiagram` shows them. */
export async function readDiagram(xml: string, surroundings: Surroundings): Promise<Result<CompiledDiagram, readonly Refusal[]>> {
  const { refusals, compiled } = await examine(xml, surroundings);
  return compiled === undefined || refusals.some(isError) ? err(refusals) : ok(compiled);
}

/** The same examination for the modeler: all refusals and warnings, errors first; empty when nothing is wrong. */
export async function lintDiagram(xml: string, surroundings: Surroundings): Promise<readonly Refusal[]> {
  return (await examine(xml, surroundings)).refusals;
}

/**
 * The graphs of a drawing for looking at, whatever the rules say of it: two drafts can be held beside each other while they are wrong.
 * Never to be run. Undefined when it cannot be compiled at all.
 */
export async function sketchDiagram(xml: string, surroundings: Surroundings): Promise<CompiledDiagram | undefined> {
  const parsed = scanXml(xml).length > 0 ? undefined : await parseXml(xml);
  if (parsed?.ok !== true) {
    return undefined;
  }
  const drawing = draw(parsed.value.root);
  const graphs = drawing.processes.flatMap((process) => compileProcess(drawing, process, surroundings).graph ?? []);
  return graphs.length < drawing.processes.length ? undefined : compiledOf(drawing.definitionsId, graphs);
}

async function examine(xml: string, surroundings: Surroundings): Promise<{ refusals: readonly Refusal[]; compiled?: CompiledDiagram }> {
  const scanned = scanXml(xml);
  if (scanned.length > 0) {
    return { refusals: scanned };
  }
  const parsed = await parseXml(xml);
  if (!parsed.ok) {
    return { refusals: parsed.error };
  }
  const drawing = draw(parsed.value.root);
  const ruled = ALL_RULES.flatMap((rule) => rule(drawing, surroundings));
  const runs = drawing.processes.map((process) => ({ process, ...compileProcess(drawing, process, surroundings) }));
  const graphs = runs.flatMap(({ graph }) => graph ?? []);
  const compiled = unsaid(
    runs.flatMap((run) => run.refusals),
    ruled,
  );
  const names = runs.flatMap(({ graph, process }) => (graph === undefined ? [] : checkNames(graph, process, surroundings)));
  const refusals = orderRefusals(withoutEchoes([...parsed.value.refusals, ...checkSchema(xml), ...ruled, ...compiled, ...names])).map(
    withConstraints,
  );
  if (graphs.length < runs.length) {
    return { refusals };
  }
  return { refusals, compiled: compiledOf(drawing.definitionsId, graphs) };
}

function compiledOf(definitionsId: string, graphs: readonly ProcessGraph[]): CompiledDiagram {
  return { definitionsId, graphs: new Map(graphs.map((graph) => [graph.processId, graph])) };
}

/** What the compiler says of a part of an element that a rule has told already, more exactly, is not said again. */
function unsaid(compiled: readonly Refusal[], ruled: readonly Refusal[]): readonly Refusal[] {
  const told = new Set(ruled.filter(isError).map((refusal) => refusal.path));
  return compiled.filter((refusal) => refusal.path.endsWith(']') || !told.has(refusal.path));
}

/** Rules that say of an element why it cannot be what it is. */
const TELLS_WHY = /-trigger-invalid$|^choreography-in-process$|^reference-wrong-kind$/;

/** What is not executed because it breaks a constraint is told by the constraint alone. */
function withoutEchoes(refusals: readonly Refusal[]): readonly Refusal[] {
  const others = refusals.filter((refusal) => isError(refusal) && !isNotExecuted(refusal));
  const parts = new Set(others.map((refusal) => refusal.path));
  const elements = new Set(others.filter(({ code }) => TELLS_WHY.test(code)).map((refusal) => refusal.elementId));
  return refusals.filter((refusal) => {
    const told = refusal.path.endsWith(']') ? elements.has(refusal.elementId) : parts.has(refusal.path);
    return !isNotExecuted(refusal) || !told;
  });
}

function isNotExecuted({ code }: Refusal): boolean {
  return code === 'element-not-executed' || code === 'attribute-not-executed';
}

function withConstraints(refusal: Refusal): Refusal {
  const rules = constraintsOf(refusal);
  return rules.length === 0 ? refusal : { ...refusal, rules };
}
