import type { Done, Instance, Marking } from './marking';
import type { Net } from './net';

/** Two markings with the same identity have the same future and the same past, whatever order led to them. */
export function identityOf(net: Net, marking: Marking): string {
  const children = new Map<number, Instance[]>();
  for (const one of marking.instances.values()) {
    const siblings = children.get(one.parent);
    if (siblings === undefined) {
      children.set(one.parent, [one]);
    } else {
      siblings.push(one);
    }
  }
  const nodeOfKey = (key: number | undefined): string => (key === undefined ? '' : `>${marking.instances.get(key)?.node ?? '-'}`);
  const due = new Map(marking.due.map(({ wait, urgent }) => [wait, urgent ? '!' : '?']));
  const draw = (one: Instance): string => {
    const inside = [
      ...marking.tokens
        .filter(({ scope }) => scope === one.key)
        .map(({ flow, node, round, undoes }) => `t${flow}.${node}.${round ?? ''}${nodeOfKey(undoes)}`),
      ...marking.waits
        .filter(({ owner }) => owner === one.key)
        .map(({ id, target, part, left, held }) => `w${target}.${part}.${left}.${held ? 1 : 0}${due.get(id) ?? ''}`),
      ...(children.get(one.key) ?? []).map(draw),
    ].sort();
    const pending = one.pending?.map(({ scope, what }) => `${nodeOfKey(scope)}${drawDone(what)}`).join();
    const { round, undoes, revived, loop, variables, interrupted, canceled, part, ready, come, queue, held, owed } = one;
    const facts = JSON.stringify([round, revived, loop, variables, interrupted, canceled, part, ready, come, queue, held, owed, pending]);
    return `${one.node}${nodeOfKey(undoes)}${facts}${one.done.map(drawDone).join()}{${inside.join()}}`;
  };
  const past = [marking.completed.join(), marking.terminated.join(), [...marking.told].sort().join()];
  return `${marking.ended ? 'ended' : (children.get(0) ?? []).map(draw).join()}|${past.join('|')}|${net.nodes.length}`;
}

function drawDone({ node, handler, inner }: Done): string {
  return `d${node}.${handler ?? ''}[${inner.map(drawDone).join()}]`;
}
