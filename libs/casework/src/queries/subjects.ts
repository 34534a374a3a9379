import { today } from '@thidua/runtime';
import type { Handler } from '../handler';
import { searchable } from '../plain-text';

/** People and collectives of the province by a part of their name, marks or none. */
export const subjects: Handler<'subjects'> = async ({ stores, clock }, { actor, query }) => {
  const kind = query.kind === 'individual' || query.kind === 'collective' ? query.kind : null;
  if (query.kind === 'household') {
    return { subjects: [] };
  }
  const found = await stores.people.subjects(actor.provinceId, { text: query.q, search: searchable(query.q), kind }, today(clock));
  const past = await stores.rows.awardsOf(
    actor.provinceId,
    found.map((subject) => subject.id),
  );
  return { subjects: found.map((subject) => ({ ...subject, awards: [...(past.get(subject.id) ?? [])] })) };
};
