/** `pos:<org>/<role>`: who may act. `org` is the variable that names the organisation, or the organisation itself. */
export interface PositionGroup {
  readonly org: string;
  readonly role: string;
}

const ITEM = /^"pos:"\s*\+\s*([\p{L}_][\p{L}\p{N}_.]*)\s*\+\s*"\/([a-z][a-z0-9-]*)"$|^"pos:([^"/]+)\/([a-z][a-z0-9-]*)"$/u;

/**
 * Reads a FEEL list of literal position groups, `=["pos:" + commune + "/chair"]`. Undefined when a role cannot be read off the
 * text: a decision must name its decider where a lawyer can see it.
 */
export function positionGroups(source: string): readonly PositionGroup[] | undefined {
  const list = /^\s*=\s*\[([^[\]]*)\]\s*$/.exec(source)?.[1];
  const groups = list?.split(',').map((item): PositionGroup | undefined => {
    const match = ITEM.exec(item.trim());
    const [org, role] = [match?.[1] ?? match?.[3], match?.[2] ?? match?.[4]];
    return org === undefined || role === undefined ? undefined : { org, role };
  });
  const read = groups?.filter((group) => group !== undefined);
  return read === undefined || read.length !== groups?.length ? undefined : read;
}
