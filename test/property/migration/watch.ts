import { isDeepStrictEqual } from 'node:util';
import { evolveAll, type EngineEvent, type InstanceState } from '@thidua/engine';
import type { ProcessGraph } from '@thidua/bpmn';

type Graphs = (index: number) => ProcessGraph;

const asKept = (state: InstanceState): unknown => JSON.parse(JSON.stringify(state));

/** I1: element instances begun and not ended are those alive; none is left without anything that moves it, nor a token before a join alone. */
export function lostTokens(events: readonly EngineEvent[], state: InstanceState, graphAt: Graphs): string[] {
  const begun = new Set<number>();
  for (const event of events) {
    if (event.type === 'instance-started') {
      begun.add(1);
    } else if (event.type === 'element-activated') {
      begun.add(event.key);
    } else if (event.type === 'compensation-taken' && event.revived !== undefined) {
      begun.add(event.revived);
    } else if (event.type === 'element-completed' || event.type === 'element-terminated' || event.type === 'scope-released') {
      begun.delete(event.key);
    } else if (event.type === 'instance-completed' || event.type === 'instance-canceled') {
      begun.delete(1);
    }
  }
  const alive = Object.keys(state.elements).map(Number);
  const same = alive.length === begun.size && alive.every((key) => begun.has(key));
  return [
    ...(same ? [] : [`I1: begun and not ended ${[...begun].join()}, alive ${alive.join()}`]),
    ...Object.values(state.elements).flatMap((one) => {
      const graph = graphAt(one.graph);
      const id = graph.elements[one.element]?.id ?? '';
      const inside = Object.values(state.elements).some(({ parent }) => parent === one.key);
      const moved =
        inside ||
        // Who compensates waits for a handler, or a subprocess that is back for it.
        Object.values(state.elements).some(({ compensates }) => compensates === one.key) ||
        isOpenAdHoc(state, one.key, graphAt) ||
        Object.values(state.waits).some(({ key }) => key === one.key) ||
        Object.values(state.incidents).some(({ key }) => key === one.key);
      const stranded = one.joins !== undefined && !inside && one.owed === undefined;
      return [
        ...(moved ? [] : [`I5: nothing moves ${id} (${one.key})`]),
        ...(stranded ? [`I1: tokens wait alone at joins of ${id} (${one.key}): ${JSON.stringify(one.joins)}`] : []),
        ...(one.parent === 0 || state.elements[String(one.parent)] !== undefined ? [] : [`I1: ${id} (${one.key}) has lost its scope`]),
      ];
    }),
  ];
}

/** Waits for people to begin something in it, or to end it. */
export function isOpenAdHoc(state: InstanceState, key: number, graphAt: Graphs): boolean {
  const one = state.elements[String(key)];
  const element = one === undefined ? undefined : graphAt(one.graph).elements[one.element];
  const isBody = element?.multiInstance !== undefined && one?.loopCounter === undefined;
  return element?.type === 'adHocSubProcess' && !isBody && one?.interrupted === undefined && one?.revived === undefined;
}

/** I2: the history told from the beginning gives the state. */
export function replayDiffers(events: readonly EngineEvent[], state: InstanceState, graphs: readonly ProcessGraph[]): string[] {
  const told = asKept(evolveAll(undefined, events, graphs));
  return isDeepStrictEqual(told, state) ? [] : [`I2: replay gives ${JSON.stringify(told)}, the engine ${JSON.stringify(state)}`];
}

/** I3: a join that collects fires with a token of each way in, an activity with as many as it takes. */
export function earlyJoins(before: InstanceState, events: readonly EngineEvent[], graphs: readonly ProcessGraph[]): string[] {
  const errors: string[] = [];
  let state = before;
  for (const event of events) {
    if (event.type === 'join-consumed') {
      const scope = state.elements[String(event.scope)];
      const graph = graphs[scope?.graph ?? 0];
      const element = graph?.elements[graph.byId.get(event.element) ?? -1];
      const counts = (element?.incoming ?? []).map((flow) => scope?.joins?.[flow] ?? 0);
      const quantity = element?.startQuantity;
      const enough =
        quantity === undefined ? counts.every((count) => count > 0) : counts.reduce((sum, count) => sum + count, 0) >= quantity;
      if (!enough && (quantity !== undefined || element?.type === 'parallelGateway')) {
        errors.push(`I3: ${event.element} fires with ${counts.join()}`);
      }
    }
    state = evolveAll(state, [event], graphs);
  }
  return errors;
}

/** Nothing is waited for twice: each definition of an event has at most one open wait per instance. */
export function doubledWaits(state: InstanceState): string[] {
  const places = Object.values(state.waits).map(
    (wait) => `${wait.key}/${'target' in wait ? `${wait.target}.${wait.part ?? 0}` : wait.kind}`,
  );
  return places.filter((place, at) => places.indexOf(place) !== at).map((place) => `two waits at ${place}`);
}

/** I8: what is counted of a loop is what its runs did: those begun and not completed are alive. */
export function miscounted(state: InstanceState): string[] {
  return Object.values(state.elements).flatMap(({ key, loop, interrupted }) => {
    const runs = Object.values(state.elements).filter(({ parent, loopCounter }) => parent === key && loopCounter !== undefined).length;
    const counted = loop === undefined ? runs : loop.next - loop.completed;
    return counted === runs || interrupted === true ? [] : [`I8: loop ${key} counts ${counted} runs, ${runs} are alive`];
  });
}

/** I1 and I4 right after a migration that moved no token: same instances, same tokens at joins, same loops, all in the new version. */
export function changedByMigration(before: InstanceState, after: InstanceState): string[] {
  const root = before.elements['1']?.graph;
  return Object.values(before.elements).flatMap((one) => {
    const now = after.elements[String(one.key)];
    const sum = (joins: Readonly<Record<string, number>> = {}): number => Object.values(joins).reduce((all, count) => all + count, 0);
    return [
      ...(now === undefined ? [`I1: instance ${one.key} is gone`] : []),
      ...(sum(now?.joins) === sum(one.joins) ? [] : [`I1: ${sum(one.joins)} tokens at joins of ${one.key}, then ${sum(now?.joins)}`]),
      ...(isDeepStrictEqual(now?.loop, one.loop) ? [] : [`I8: loop of ${one.key} changed`]),
      ...(one.graph === root && now?.graph === root ? [`I4: instance ${one.key} stayed behind`] : []),
      ...(one.graph !== root && now?.graph !== one.graph ? [`I4: instance ${one.key} of a called process moved`] : []),
    ];
  });
}

/** What had fired already, or was never open, of events that have a counterpart at the same place, must not wait now. */
export function firesAgain(before: InstanceState, after: InstanceState, graphAt: Graphs, counterpart: (id: string) => string): string[] {
  return Object.values(before.elements).flatMap((one) => {
    const now = after.elements[String(one.key)];
    const [old, next] = [graphAt(one.graph), graphAt(now?.graph ?? 0)];
    return (old.elements[one.element]?.boundaries ?? []).flatMap((index) => {
      const id = old.elements[index]?.id ?? '';
      const target = next.byId.get(counterpart(id)) ?? -1;
      const stays = next.elements[now?.element ?? 0]?.boundaries.includes(target) === true;
      const waits = (state: InstanceState, at: number): boolean =>
        Object.values(state.waits).some((wait) => wait.key === one.key && 'target' in wait && wait.target === at);
      return stays && !waits(before, index) && waits(after, target) ? [`${id} waits again at ${one.key}`] : [];
    });
  });
}
