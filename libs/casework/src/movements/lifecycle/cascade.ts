import type { Cascade } from '@thidua/contract';
import type { MovementRecord } from '@thidua/store';
import type { Handler } from '../../handler';
import { movementFor } from '../movement-at-hand';

type Node = Cascade['nodes'][number];

/** Who launched it, through whom it came, and who carries it out below; bodies above that we do not hold stand at the top as the plan names them. */
export const movementCascade: Handler<'movementCascade'> = async (deps, { actor, params }) => {
  const { record } = await movementFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const all = (await deps.stores.movements.ofProvince(provinceId)).filter((one) => one.state !== 'dropped');
  const byId = new Map(all.map((one) => [one.id, one]));
  const above = chainAbove(record, byId);
  const below = descendants(record.id, all);
  const shown = [...above.toReversed(), record, ...below];
  const counted = await Promise.all(
    shown.map(async (one) => {
      const recipients = await deps.stores.recipients.ofMovement(provinceId, one.id);
      const children = all.filter((child) => child.parentId === one.id && child.state === 'in-force').length;
      return nodeOf(one, {
        asked: recipients.filter(({ asked }) => asked === 'duty').length,
        answered: children,
        here: one.id === record.id,
      });
    }),
  );
  return { nodes: [...launcherNode(shown[0] ?? record), ...counted] };
};

function chainAbove(record: MovementRecord, byId: ReadonlyMap<string, MovementRecord>): readonly MovementRecord[] {
  const parent = record.parentId === null ? undefined : byId.get(record.parentId);
  return parent === undefined ? [] : [parent, ...chainAbove(parent, byId)];
}

function descendants(id: string, all: readonly MovementRecord[]): readonly MovementRecord[] {
  return all.filter((one) => one.parentId === id).flatMap((one) => [one, ...descendants(one.id, all)]);
}

function nodeOf(
  { id, parentId, content, state }: MovementRecord,
  { asked, answered, here }: Pick<Node, 'asked' | 'answered' | 'here'>,
): Node {
  const { name, carriedOutBy, period } = content;
  return {
    ...{ id, parentId, name: name.value, body: carriedOutBy.body, level: carriedOutBy.level },
    ...{ start: period.start, end: period.end, state, asked, answered, here },
  };
}

/** The one that launched the whole, where it is none of the movements held here. */
function launcherNode(top: MovementRecord): readonly Node[] {
  const { launcher, carriedOutBy, name, parents } = top.content;
  if (launcher.body === carriedOutBy.body) {
    return [];
  }
  const launched = parents.find((parent) => parent.launches?.body === launcher.body)?.launches;
  return [
    {
      ...{ id: null, parentId: null, name: launched?.name ?? name.value, body: launcher.body, level: launcher.level },
      ...{ start: launched?.start ?? null, end: launched?.end ?? null, state: null, asked: 0, answered: 0, here: false },
    },
  ];
}
