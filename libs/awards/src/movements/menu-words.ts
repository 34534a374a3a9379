import type { Menu, PlanSource } from './movement';

/** Everything a list of awards says, with the lines it stands on; undefined for an empty list. */
export function menuWords({ items }: Menu): PlanSource | undefined {
  return items.length === 0
    ? undefined
    : {
        quote: [...new Set(items.map((item) => item.quote))].join('; '),
        line: { from: Math.min(...items.map((item) => item.line.from)), to: Math.max(...items.map((item) => item.line.to)) },
      };
}
