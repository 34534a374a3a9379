/** The part of JUEL (the expression language of `camunda:` and `flowable:` diagrams) that has a meaning here. */
export type Juel =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly source: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'property'; readonly of: Juel; readonly name: string }
  /** `of[2]`, counted from 0. */
  | { readonly kind: 'item'; readonly of: Juel; readonly index: number }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly of: Juel }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Juel; readonly right: Juel }
  | { readonly kind: 'choice'; readonly condition: Juel; readonly yes: Juel; readonly no: Juel };

export type UnaryOperator = '-' | 'not' | 'empty';
export type BinaryOperator = 'or' | 'and' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%';

/** Why an expression cannot be said in FEEL. `part` is the piece of it that stands in the way. */
export interface JuelProblem {
  readonly reason: JuelReason;
  readonly part: string;
}

export type JuelReason =
  /** Not JUEL at all, or a piece of the language nobody uses in diagrams. */
  | 'syntax'
  /** Code of the old engine: `bean.check(x)`. */
  | 'method-call'
  /** A function of the old engine: `fn:length(x)`, `now()`. */
  | 'function-call'
  /** An object of the old engine: `execution`, `task`. */
  | 'engine-object'
  /** `list[i]`: a position or a key, which only the running engine knows. */
  | 'computed-index'
  /** A name FEEL cannot write. */
  | 'name'
  /** Nothing between `${` and `}`. */
  | 'empty';
