import { randomUUID } from 'node:crypto';
import type { Movement } from '@thidua/awards';
import type { JsonObject } from '@thidua/kernel';
import { draftFields, fieldsOfMovement, type DraftField } from '@thidua/plans';
import { HP, type RoundPlay } from './round-play';

interface Settled {
  readonly orgName: string;
  readonly movement: Movement;
  readonly amends?: string;
  /** Further movements that the same plan names. */
  readonly names?: readonly string[];
}

/** A draft as the plan reader keeps it, every field settled by a person; its id. */
export async function settledDraft(play: RoundPlay, username: string, { orgName, movement, amends, names = [] }: Settled): Promise<string> {
  const id = randomUUID();
  const [position] = (await play.actor(username)).positions;
  const [org] = await play.rows<{ id: string }>('select id from org where province_id = $1 and name = $2', [HP, orgName]);
  const { quote, line } = movement.name;
  const more = names.map((value): DraftField => ({
    ...{ kind: 'name', value, source: { quote, line }, asked: null, id: `name-${value}`, state: 'confirmed' },
  }));
  const fields = [...draftFields(fieldsOfMovement(movement)), ...more].map((one) => ({
    ...one,
    state: one.value === null ? 'absent' : 'confirmed',
  }));
  await play.deps.database.inTransaction((tx) =>
    play.deps.stores.planDrafts.insert(tx, HP, {
      ...{ id, orgId: org?.id ?? '', source: 'copy', fileName: null, fileSha256: null, lines: [] },
      // Plain data throughout.
      ...{ fields: fields as unknown as readonly JsonObject[], amends: amends ?? null },
      ...{ createdBy: position?.id ?? '', atMs: play.deps.clock.nowMs() },
    }),
  );
  return id;
}
