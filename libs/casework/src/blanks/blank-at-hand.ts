import { mayKeepBlank, maySeeBlank, type Actor, type HeldPosition } from '@thidua/access';
import { BlankFields, type BlankField, type BlankSummary } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { BlankRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { isId } from '../papers/sight';
import { Refused } from '../refused';

/** The blank, for those whose organisation has it; for anyone else there is none. @throws Refused not-found */
export async function blankFor(deps: CaseworkDeps, actor: Actor, id: string): Promise<BlankRecord> {
  const blank = isId(id) ? await deps.stores.blanks.byId(actor.provinceId, id) : undefined;
  if (blank === undefined || !maySeeBlank(actor, blank.orgId).allowed) {
    throw new Refused('not-found', { what: 'blank' });
  }
  return blank;
}

/** The blank with the post that keeps it. @throws Refused not-found, forbidden */
export async function blankToKeep(
  deps: CaseworkDeps,
  actor: Actor,
  id: string,
): Promise<{ readonly blank: BlankRecord; readonly position: HeldPosition }> {
  const blank = await blankFor(deps, actor, id);
  const verdict = mayKeepBlank(actor, blank.orgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { orgId: blank.orgId });
  }
  return { blank, position: verdict.position };
}

/** As they were checked when they were kept. */
export function fieldsOf(blank: BlankRecord): BlankField[] {
  return BlankFields.parse(blank.fields);
}

export async function summariesOf(deps: CaseworkDeps, actor: Actor, blanks: readonly BlankRecord[]): Promise<BlankSummary[]> {
  const people = await deps.stores.people.persons(actor.provinceId, [...new Set(blanks.map((blank) => blank.changedBy))]);
  const names = new Map(people.map((person) => [person.id, person.fullName]));
  return blanks.map((blank) => {
    const { id, orgId, orgName, name, awards, widthMm, heightMm, pictureSha256, changedAt, changedBy, version } = blank;
    return {
      id,
      orgId,
      orgName,
      name,
      awards: [...awards],
      widthMm,
      heightMm,
      hasPicture: pictureSha256 !== null,
      changedAt: isoOf(changedAt.getTime()),
      changedBy: names.get(changedBy) ?? '',
      version,
      mayChange: mayKeepBlank(actor, orgId).allowed,
    };
  });
}
