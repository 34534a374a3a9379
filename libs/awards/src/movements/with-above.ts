import type { LaunchedAbove, Movement, PlanSource } from './movement';

/** A document above that a person read in the plan, with the movement it launches. */
export interface DocumentAbove extends PlanSource {
  readonly symbol: string;
  readonly date: string;
  readonly issuer: string;
  readonly launches: LaunchedAbove;
}

/** The plan with what its documents above launch; a document it does not list among its own is added. */
export function withAbove(movement: Movement, documents: readonly DocumentAbove[]): Movement {
  if (documents.length === 0) {
    return movement;
  }
  const parents = movement.parents.map((parent) => {
    const said = documents.find((one) => one.symbol === parent.symbol);
    return said === undefined ? parent : { ...parent, launches: said.launches };
  });
  const known = new Set(parents.map((parent) => parent.symbol));
  return { ...movement, parents: [...parents, ...documents.filter((one) => !known.has(one.symbol))] };
}
