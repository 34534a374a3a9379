import { ok, type Result } from '@thidua/kernel';
import { nameText } from '../../../libs/feel/src/dmn/elements';
import { readXml, type XmlElement, type XmlFault } from '../../../libs/feel/src/dmn/xml-tree';
import { tckValue } from './tck-value';
import type { Context, Value } from '../../../libs/feel/src/value/value';

export interface TckCase {
  readonly id: string;
  /** The decision service or business knowledge model that is called; undefined for decisions. */
  readonly invocable: string | undefined;
  readonly inputs: Context;
  readonly results: readonly TckResult[];
}

interface TckResult {
  readonly name: string;
  /** Null or an error is right. */
  readonly error: boolean;
  readonly expected: Value;
}

/** Test files declare namespaces over and over. */
const LIMITS = { characters: 10_000_000, elements: 1_000_000, depth: 100, namespaces: 100_000 };

/** One case of a test file, read when it is played: what cannot be read fails that case only. */
export interface WrittenCase {
  readonly id: string;
  read(): TckCase;
}

/** The cases of one test file; an error when it is no XML. */
export function readTckCases(xml: string): Result<readonly WrittenCase[], XmlFault> {
  const tree = readXml(xml, LIMITS);
  return tree.ok
    ? ok(named(tree.value, 'testCase').map((element) => ({ id: element.attributes.get('id') ?? '', read: () => readCase(element) })))
    : tree;
}

function readCase(element: XmlElement): TckCase {
  const inputs = named(element, 'inputNode').map((node): [string, Value] => [nameOf(node), tckValue(node)]);
  return {
    id: element.attributes.get('id') ?? '',
    invocable: element.attributes.get('invocableName'),
    inputs: Object.fromEntries(inputs),
    results: named(element, 'resultNode').map((node) => {
      const [expected] = named(node, 'expected');
      return {
        name: nameOf(node),
        error: node.attributes.get('errorResult') === 'true',
        expected: expected === undefined ? null : tckValue(expected),
      };
    }),
  };
}

function named(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function nameOf(element: XmlElement): string {
  return nameText(element.attributes.get('name') ?? '');
}
