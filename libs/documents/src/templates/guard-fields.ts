import { TemplateInvalid } from '../errors';
import { BLOCK_HELPERS, HELPERS } from './helpers';

type Node = hbs.AST.Node;
type Call =
  hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression | hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement;

const ALLOWED: ReadonlySet<string> = new Set([...Object.keys(HELPERS), ...BLOCK_HELPERS]);

/**
 * Rewrites every field `a.b` of a template to `(need a "a.b" "b")`, wherever it stands, so that a missing field stops the
 * paper by its name: strict mode alone lets helper arguments through. Arguments of `opt` may be missing.
 */
export function guardFields(program: hbs.AST.Program, partials: ReadonlySet<string>): hbs.AST.Program {
  for (const statement of program.body) {
    guardStatement(statement, partials);
  }
  return program;
}

function guardStatement(statement: hbs.AST.Statement, partials: ReadonlySet<string>): void {
  switch (statement.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return;
    case 'MustacheStatement':
      guardMustache(statement as hbs.AST.MustacheStatement);
      return;
    case 'BlockStatement':
      guardBlock(statement as hbs.AST.BlockStatement, partials);
      return;
    case 'PartialStatement':
    case 'PartialBlockStatement':
      guardPartial(statement as hbs.AST.PartialBlockStatement, partials);
      return;
    default:
      throw new TemplateInvalid(`${statement.type} is not allowed in a template`, { line: statement.loc.start.line });
  }
}

function guardMustache(node: hbs.AST.MustacheStatement): void {
  if (!node.escaped) {
    throw new TemplateInvalid('unescaped output is not allowed', { line: node.loc.start.line });
  }
  const path = node.path;
  if (!isPath(path) || node.params.length > 0 || Object.hasOwn(HELPERS, path.original)) {
    guardCall(node);
  } else if (isField(path)) {
    node.path = helperPath('need', node);
    node.params = walk(path);
  }
}

function guardBlock(node: hbs.AST.BlockStatement, partials: ReadonlySet<string>): void {
  guardCall(node);
  guardFields(node.program, partials);
  // The type says it is always there; an `if` without `else` has none.
  if ((node.inverse as hbs.AST.Program | undefined) !== undefined) {
    guardFields(node.inverse, partials);
  }
}

function guardPartial(node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, partials: ReadonlySet<string>): void {
  const name = isPath(node.name) ? node.name.original : '(dynamic)';
  if (name !== '@partial-block' && !partials.has(name)) {
    throw new TemplateInvalid(`no partial named ${name}`, { missing: name, line: node.loc.start.line });
  }
  guardCall(node);
  if ('program' in node) {
    guardFields(node.program, partials);
  }
}

function guardCall(node: Call): void {
  const helper = 'path' in node ? (isPath(node.path) ? node.path.original : '(literal)') : undefined;
  if (helper !== undefined && !ALLOWED.has(helper)) {
    throw new TemplateInvalid(`no helper named ${helper}`, { helper, line: node.loc.start.line });
  }
  const reader = helper === 'opt' ? 'maybe' : 'need';
  node.params = node.params.map((param) => guarded(param, reader));
  // The type says it is always there; a call without named arguments has none.
  for (const pair of (node.hash as hbs.AST.Hash | undefined)?.pairs ?? []) {
    pair.value = guarded(pair.value, 'need');
  }
}

function guarded(node: hbs.AST.Expression, reader: 'need' | 'maybe'): hbs.AST.Expression {
  if (node.type === 'SubExpression') {
    guardCall(node as hbs.AST.SubExpression);
    return node;
  }
  if (!isPath(node) || !isField(node)) {
    return node;
  }
  const call = { type: 'SubExpression', path: helperPath(reader, node), params: walk(node), loc: node.loc };
  return call; // a call without `hash` is what the parser itself makes
}

/** `a.b.c` → a, "a.b.c", "b", "c": the helper goes the rest of the way, since Handlebars would throw on the first gap. */
function walk(path: hbs.AST.PathExpression): hbs.AST.Expression[] {
  const [first = '', ...rest] = path.parts;
  return [
    { ...path, parts: [first], original: first } as hbs.AST.PathExpression,
    literal(path.original, path),
    ...rest.map((part) => literal(part, path)),
  ];
}

/** Not `this` and not @index: those are always there. */
function isField(path: hbs.AST.PathExpression): boolean {
  return !path.data && path.parts.length > 0;
}

function isPath(node: Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

function helperPath(name: 'need' | 'maybe', at: Node): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc: at.loc };
}

function literal(value: string, at: Node): hbs.AST.StringLiteral {
  return { type: 'StringLiteral', value, original: value, loc: at.loc };
}
