import type { ElementFacts, ProcessFacts } from '@thidua/runtime';
import { nounOf, quoted, type Change, type Naming } from './words';

/** Where an element lies and what it is: its lane, the subprocess around it, its kind, its name. */
export function placeWords(before: ElementFacts, after: ElementFacts, naming: Naming): readonly string[] {
  return [
    ...(before.type === after.type
      ? []
      : [`đổi loại từ ${nounOf(before.type)} (${before.type}) thành ${nounOf(after.type)} (${after.type})`]),
    ...laneWords(before, after),
    ...(before.scope === after.scope ? [] : [`chuyển từ ${naming.element(before.scope)} vào ${naming.element(after.scope)}`]),
  ];
}

/** A user task that is for its lane's role changes its performer with its lane: told there as well as here. */
function laneWords({ lane: before }: ElementFacts, { lane: after }: ElementFacts): readonly string[] {
  if (before?.name === after?.name) {
    return [];
  }
  const text = (lane: ElementFacts['lane']): string => (lane === null ? 'ngoài các làn' : quoted(lane.name));
  return [`chuyển làn: ${text(before)} → ${text(after)}`];
}

/** What a lane of either diagram stands for, once per lane. */
export function laneChanges(before: ProcessFacts, after: ProcessFacts): readonly Change[] {
  const [old, next] = [rolesOf(before), rolesOf(after)];
  return [...next].flatMap(([name, { role, elementId }]) => {
    const known = old.get(name);
    if (known === undefined || known.role === role) {
      return [];
    }
    const text = (one: string | null): string => (one === null ? 'không có' : quoted(one));
    return [{ elementId, kind: 'changed' as const, text: `Làn ${quoted(name)}: vai trò ${text(known.role)} → ${text(role)}` }];
  });
}

function rolesOf({ elements }: ProcessFacts): ReadonlyMap<string, { readonly role: string | null; readonly elementId: string }> {
  return new Map(elements.flatMap(({ id, lane }) => (lane === null ? [] : [[lane.name, { role: lane.role, elementId: id }] as const])));
}
