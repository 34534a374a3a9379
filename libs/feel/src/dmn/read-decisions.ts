import { err, ok, type Result } from '@thidua/kernel';
import { decisionSet, type DecisionSet } from './decision-set';
import { isModelRoot } from './dmn-schema';
import type { DmnProblem } from './dmn-problem';
import { childrenOf, wordOf } from './elements';
import type { Model } from './model';
import { buildModel, type ReadModel } from './read-model';
import { readXml, type XmlElement } from './xml-tree';

type Read<T> = Result<T, readonly DmnProblem[]>;

/**
 * Reads and compiles a DMN 1.2 to 1.5 file. `imported` are the files it may import, in any order.
 * Any problem, of the file or of one it imports, refuses it; all problems are told. Of `imported`, what the file does not import is passed over.
 */
export function readDecisions(xml: string, imported: readonly string[] = []): Promise<Read<DecisionSet>> {
  return Promise.resolve(compileDecisions(xml, imported));
}

/** The same at once, for rooms that know no promises. */
export function compileDecisions(xml: string, imported: readonly string[] = []): Read<DecisionSet> {
  const read = readModel(xml, imported);
  if (!read.ok) {
    return read;
  }
  const { model, problems } = read.value;
  const empty: DmnProblem = { code: 'dmn-shape', message: 'the file holds no decision', elementId: null };
  const all = [...model.nodes.values()].some(({ kind }) => kind === 'decision') ? problems : [...problems, empty];
  return all.length > 0 ? err(all) : ok(decisionSet(model));
}

/** The model of a file with its problems; an error when it is no DMN at all. */
export function readModel(xml: string, imported: readonly string[]): Read<ReadModel> {
  const root = readRoot(xml);
  if (!root.ok) {
    return root;
  }
  const main = root.value;
  const others = imported.map(readRoot);
  const byNamespace = new Map(others.flatMap((other) => (other.ok ? [[wordOf(other.value, 'namespace'), other.value] as const] : [])));
  const problems: DmnProblem[] = [];
  const read = build(main, { byNamespace, built: new Map(), open: new Set([wordOf(main, 'namespace')]), problems });
  return ok({ model: read.model, problems: [...problems, ...read.problems] });
}

function readRoot(xml: string): Read<XmlElement> {
  const tree = readXml(xml);
  if (!tree.ok) {
    const { kind, message } = tree.error;
    return err([{ code: kind === 'limit' ? 'dmn-limit' : 'dmn-xml', message, elementId: null }]);
  }
  if (!isModelRoot(tree.value)) {
    return err([{ code: 'dmn-xml', message: 'the file is no DMN 1.2 to 1.5 model', elementId: null }]);
  }
  return tree;
}

interface Building {
  readonly byNamespace: ReadonlyMap<string, XmlElement>;
  readonly built: Map<string, Model>;
  /** Namespaces on the way: a file that imports itself finds nothing. */
  readonly open: Set<string>;
  /** Of imported files. */
  readonly problems: DmnProblem[];
}

/** Imported models first. */
function build(root: XmlElement, building: Building): ReadModel {
  for (const element of childrenOf(root, 'import')) {
    const namespace = wordOf(element, 'namespace');
    const other = building.byNamespace.get(namespace);
    if (other !== undefined && !building.built.has(namespace) && !building.open.has(namespace)) {
      building.open.add(namespace);
      const { model, problems } = build(other, building);
      building.built.set(namespace, model);
      building.problems.push(...problems);
    }
  }
  return buildModel(root, building.built);
}
