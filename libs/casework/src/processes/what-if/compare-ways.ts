import type { WhatIfReason } from '@thidua/contract';
import { facetsOf, type Facets } from './facets';
import { elementById, type Partners } from './partners';
import type { Side } from './side';
import { wayAhead } from './way-ahead';

/** What the new version changes for everybody who stands at the same places. */
export interface WayChange {
  readonly signer: readonly WhatIfReason[];
  readonly limit: readonly WhatIfReason[];
  readonly way: readonly WhatIfReason[];
  /** Ids of steps, old and new, that lie on the way or where it stands. */
  readonly concerned: ReadonlySet<string>;
  readonly aheadBefore: ReadonlySet<number>;
  readonly aheadAfter: ReadonlySet<number>;
}

/** Compares two versions from a set of places on; what has passed cannot change any more and is not looked at. */
export function compareWays(from: Side, to: Side, partners: Partners, standing: readonly number[]): WayChange {
  const aheadBefore = wayAhead(from.graph, standing);
  const stood = standing.flatMap((index) => from.graph.elements[index] ?? []);
  const partnersOfStood = stood.flatMap(({ id }) => to.graph.byId.get(partners.byId.get(id) ?? '') ?? []);
  const aheadAfter = wayAhead(to.graph, partnersOfStood);
  const reach = new Set([...aheadAfter, ...partnersOfStood].flatMap((index) => to.graph.elements[index]?.id ?? []));
  const olds = [...new Set([...stood, ...[...aheadBefore].flatMap((index) => from.graph.elements[index] ?? [])])];
  const found = { signer: [] as WhatIfReason[], limit: [] as WhatIfReason[], way: [] as WhatIfReason[] };
  const met = new Set<string>();
  for (const old of olds) {
    const partner = partners.byId.get(old.id);
    const next = partner === undefined || !reach.has(partner) ? undefined : elementById(to.graph, partner);
    if (next === undefined) {
      // Where it stands without a partner is the plan's matter: it says more than this can.
      if (!stood.includes(old)) {
        found.way.push(reason('way-removed', old));
      }
      continue;
    }
    met.add(next.id);
    const [before, after] = [facetsIn(from, old.id, partners), facetsIn(to, next.id)];
    if (before.signer !== after.signer) {
      found.signer.push(reason('signer', next));
    }
    if (before.limit !== after.limit) {
      found.limit.push(reason('limit', next));
    }
    if (stood.includes(old) && old.id !== next.id && old.type !== 'process') {
      found.way.push(reason('stands-elsewhere', next));
    } else if (before.rest !== after.rest && next.type !== 'process') {
      found.way.push(reason('way-changed', next));
    }
  }
  const added = [...reach].filter((id) => !met.has(id)).flatMap((id) => elementById(to.graph, id) ?? []);
  found.way.push(...added.filter(({ type }) => type !== 'process').map((element) => reason('way-added', element)));
  return { ...found, concerned: new Set([...olds.map(({ id }) => id), ...reach]), aheadBefore, aheadAfter };
}

/** Facets are asked for by every class of places again: kept per version, and per reading of its partners. */
const OWN = new WeakMap<Side, Map<string, Facets>>();
const TRANSLATED = new WeakMap<Partners, Map<string, Facets>>();

function facetsIn(side: Side, id: string, partners?: Partners): Facets {
  const kept = partners === undefined ? keptIn(OWN, side) : keptIn(TRANSLATED, partners);
  const known = kept.get(id);
  if (known !== undefined) {
    return known;
  }
  const element = elementById(side.graph, id);
  const made =
    element === undefined ? { signer: '', limit: '', rest: '' } : facetsOf(side, element, (one) => partners?.byId.get(one) ?? one);
  kept.set(id, made);
  return made;
}

function keptIn<K extends object>(places: WeakMap<K, Map<string, Facets>>, key: K): Map<string, Facets> {
  const kept = places.get(key) ?? new Map<string, Facets>();
  places.set(key, kept);
  return kept;
}

function reason(code: string, { id, name }: { readonly id: string; readonly name: string }): WhatIfReason {
  return { code, elementId: id, elementName: name === '' ? id : name };
}
