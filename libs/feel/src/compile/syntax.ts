import { err, ok, type Result } from '@thidua/kernel';
import { normalizeContextKey, parser, trackVariables } from 'lezer-feel';
import { FeelError } from '../feel-error';
import { LIMITS } from '../limits';
import { ofKind } from '../of-kind';

/** Names an expression may use, so that those with signs or keywords in them parse; nested ones are the entries of that name's value. */
export interface NameTree {
  readonly [name: string]: NameTree | 1;
}

/** A node of the parse tree without the parser: its grammar name, its source text, and its children. */
export interface Syntax {
  readonly name: string;
  readonly text: string;
  readonly from: number;
  readonly kids: readonly Syntax[];
}

type Dialect = 'Expression' | 'UnaryTests';
type TreeNode = ReturnType<typeof parser.parse>['topNode'];

/** Built-in names holding a FEEL keyword: the grammar must know them beforehand. */
const KEYWORD_NAMES = { 'get or else': 1 };
/** `camunda` adds `names in backticks` and texts of many lines. `strict` stops at the first error instead of repairing. */
function parserOf(dialect: Dialect, names: NameTree): typeof parser {
  return parser.configure({
    top: dialect,
    dialect: 'camunda',
    contextTracker: trackVariables({ ...KEYWORD_NAMES, ...names }),
    strict: true,
  });
}
const PARSERS = { Expression: parserOf('Expression', {}), UnaryTests: parserOf('UnaryTests', {}) };

/** The grammar knows no `range<…>`: it reads it as a list of the same width, and the source tells them apart. */
const RANGE_TYPE = /((?:\bof|[<,:]|->)\s*)range(?=\s*<\s*\p{L})/gu;

/** Grammar levels that are no nesting to a reader. */
const WRAPPERS = new Set([
  ...['Expression', 'PositionalParameters', 'NamedParameters', 'NamedParameter', 'PositiveUnaryTests', 'PositiveUnaryTest'],
  ...['ContextEntry', 'FunctionBody', 'InExpressions', 'InExpression', 'IterationContext', 'SimplePositiveUnaryTest', 'Key'],
  ...['DateTimeLiteral', 'Name', 'Identifier', 'VariableName', 'PathName'],
]);
/** Nodes whose first child continues a chain. */
const CHAINS = new Set(['Conjunction', 'Disjunction', 'ArithmeticExpression', 'Comparison', 'PathExpression', 'FilterExpression']);

/** Parses FEEL into a tree within the limits of length and depth. */
export function parseSyntax(source: string, dialect: Dialect, names: NameTree = {}): Result<Syntax, FeelError> {
  const limit = checkLimits(source);
  if (limit !== null) {
    return err(limit);
  }
  const grammar = Object.keys(names).length === 0 ? PARSERS[dialect] : parserOf(dialect, names);
  const masked = source.replace(RANGE_TYPE, '$1list ');
  const parsed = parse(grammar, source, source);
  return parsed.ok || masked === source ? parsed : parse(grammar, masked, source);
}

function parse(grammar: typeof parser, text: string, source: string): Result<Syntax, FeelError> {
  try {
    return ok(convert(grammar.parse(text).topNode, source, 0, 0));
  } catch (error) {
    return err(error instanceof FeelError ? error : syntaxError(ofKind(error, SyntaxError).message, source));
  }
}

function checkLimits(source: string): FeelError | null {
  if (source.length > LIMITS.source) {
    return new FeelError('feel-limit', `an expression has at most ${LIMITS.source} characters`, LIMITS.source);
  }
  const outside = source.replace(/"(?:\\.|[^"\\])*"/gs, (text) => ' '.repeat(text.length));
  let depth = 0;
  for (const match of outside.matchAll(/[([{}\])]/g)) {
    depth += '([{'.includes(match[0]) ? 1 : -1;
    if (depth > LIMITS.depth) {
      return tooDeep(match.index);
    }
  }
  return null;
}

function tooDeep(position: number): FeelError {
  return new FeelError('feel-limit', `an expression nests at most ${LIMITS.depth} deep`, position);
}

function syntaxError(message: string, source: string): FeelError {
  const position = Math.min(Number(message.replace(/^.*?(\d*)$/s, '$1')), source.length);
  const rest = source.slice(position, position + 20).trim();
  return new FeelError('feel-syntax', rest === '' ? 'the expression is incomplete' : `unexpected: ${rest}`, position);
}

function convert(node: TreeNode, source: string, depth: number, chain: number): Syntax {
  if (depth > LIMITS.depth || chain > LIMITS.chain) {
    throw tooDeep(node.from);
  }
  const kids: Syntax[] = [];
  for (let kid = node.firstChild; kid !== null; kid = kid.nextSibling) {
    if (!kid.type.isSkipped) {
      kids.push(convertKid(node.name, kid, kids.length, { source, depth, chain }));
    }
  }
  return { name: node.name, text: source.slice(node.from, node.to), from: node.from, kids };
}

interface Place {
  readonly source: string;
  readonly depth: number;
  readonly chain: number;
}

function convertKid(parent: string, kid: TreeNode, index: number, { source, depth, chain }: Place): Syntax {
  if ((CHAINS.has(parent) && index === 0 && kid.name !== 'ArithOp') || (parent === 'IfExpression' && index === 5)) {
    return convert(kid, source, depth, chain + 1);
  }
  return convert(kid, source, WRAPPERS.has(kid.name) ? depth : depth + 1, chain);
}

export function kidNamed(node: Syntax, name: string): Syntax | undefined {
  return node.kids.find((kid) => kid.name === name);
}

/** The children of a child that stands only where it has some. */
export function kidsOf(node: Syntax, name: string): readonly Syntax[] {
  return node.kids.flatMap((kid) => (kid.name === name ? kid.kids : []));
}

/** A name as variables carry it: one space between words, no backticks. */
export function nameOf(node: Syntax): string {
  return node.text.startsWith('`') ? node.text.slice(1, -1) : node.text.trim().replace(/\s+/g, ' ');
}

/** One form of a name however its signs are spaced: `a-b` and `a - b` are the same. */
export function sameName(name: string): string {
  return normalizeContextKey(name);
}
