import type { ActingAs, Actor } from '@thidua/access';
import type { ActorStamp } from '@thidua/runtime';

/** Who acts, from which post and for whom, as steps and audit lines keep it. */
export function stampOf(actor: Actor, acting: Pick<ActingAs, 'position'> & { readonly onBehalfOf?: string | null }): ActorStamp {
  const { position, onBehalfOf = null } = acting;
  return {
    accountId: actor.accountId,
    personId: actor.personId,
    positionId: position.id,
    grantVersion: position.version,
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
  };
}
