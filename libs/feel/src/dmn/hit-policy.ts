import { builtins, type Builtin } from '../builtins/builtins';
import type { Run } from '../run';
import { equalValues, inRange } from '../value/compare';
import { FeelRange, type List, type Value } from '../value/value';

const POLICIES = ['UNIQUE', 'FIRST', 'ANY', 'PRIORITY', 'RULE ORDER', 'OUTPUT ORDER', 'COLLECT'] as const;
const AGGREGATIONS = { SUM: 'COLLECT +', MIN: 'COLLECT <', MAX: 'COLLECT >', COUNT: 'COLLECT #' } as const;

export type HitPolicy = (typeof POLICIES)[number] | (typeof AGGREGATIONS)[keyof typeof AGGREGATIONS];

/** A rule that matched, with its output entries. */
export interface Hit {
  readonly ruleId: string;
  readonly outputs: List;
}

interface Settlement {
  /** Listed values per output, best first. */
  readonly orders: readonly List[];
  readonly shape: (outputs: List) => Value;
  readonly run: Run;
}

/** Undefined for a policy of no DMN version. */
export function hitPolicyOf(policy: string, aggregation: string | undefined): HitPolicy | undefined {
  const known = POLICIES.find((name) => name === policy);
  if (known !== 'COLLECT' || aggregation === undefined) {
    return known;
  }
  return Object.entries(AGGREGATIONS).find(([name]) => name === aggregation)?.[1];
}

/** One value from the rules that matched (DMN 1.3, 8.2.8). No match is null; for policies that list it is the empty list. */
export function settleHits(policy: HitPolicy, hits: readonly Hit[], settlement: Settlement): Value {
  const { shape, run, orders } = settlement;
  const values = hits.map(({ outputs }) => shape(outputs));
  const [first = null, ...more] = values;
  switch (policy) {
    case 'UNIQUE':
      return more.length > 0 ? run.warn(`rules ${idsOf(hits)} match together in a table of unique rules`) : first;
    case 'ANY':
      return more.every((value) => equalValues(value, first, run) === true)
        ? first
        : run.warn(`rules ${idsOf(hits)} match with different outputs`);
    case 'FIRST':
      return first;
    case 'PRIORITY': {
      const [best] = byOrder(hits, orders, run);
      return best === undefined ? null : shape(best.outputs);
    }
    case 'OUTPUT ORDER':
      return byOrder(hits, orders, run).map(({ outputs }) => shape(outputs));
    case 'RULE ORDER':
    case 'COLLECT':
      return values;
    case 'COLLECT #':
      return values.length;
    case 'COLLECT +':
      return aggregate('sum', values, run);
    case 'COLLECT <':
      return aggregate('min', values, run);
    case 'COLLECT >':
      return aggregate('max', values, run);
  }
}

function idsOf(hits: readonly Hit[]): string {
  return hits.map(({ ruleId }) => ruleId).join(', ');
}

function aggregate(name: 'sum' | 'min' | 'max', values: List, run: Run): Value {
  return values.length === 0 ? null : (builtins.get(name) as Builtin).call([values], run);
}

/** Stable: rules of equal outputs keep their order. An output that is not listed comes last. */
function byOrder(hits: readonly Hit[], orders: readonly List[], run: Run): readonly Hit[] {
  const ranked = hits.map((hit) => ({ hit, ranks: hit.outputs.map((value, at) => rank(value, orders[at] as List, run)) }));
  ranked.sort((a, b) => a.ranks.map((value, at) => value - (b.ranks[at] as number)).find((difference) => difference !== 0) ?? 0);
  return ranked.map(({ hit }) => hit);
}

function rank(value: Value, order: List, run: Run): number {
  run.spend(order.length);
  const at = order.findIndex((listed) => (listed instanceof FeelRange ? inRange(value, listed) : equalValues(listed, value, run)) === true);
  return at === -1 ? order.length : at;
}
