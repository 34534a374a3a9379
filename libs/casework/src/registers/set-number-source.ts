import { maySetNumberSource } from '@thidua/access';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { Handler } from '../handler';
import { once } from '../once';
import { DOCUMENT_TYPES, isOfCouncil, nameOfType, suffixOf } from '../papers/document-types';
import { Refused } from '../refused';
import { bodyFor } from './read-registers';
import { note } from '../note';

/** Where a body's numbers come from, from a year on (decision 28). Ours can be given up within a year; those of elsewhere only for the next one. */
export const setNumberSource: Handler<'setNumberSource'> = async (deps, { actor, body, key }) => {
  const seen = await bodyFor(deps, actor, body.orgId);
  const verdict = maySetNumberSource(actor, seen.id);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { orgId: seen.id });
  }
  const today = dayOf(deps.clock.nowMs());
  const types = [...new Set(body.documentTypes)];
  if (types.some((type) => !DOCUMENT_TYPES.includes(type) || isOfCouncil(type)) || body.year < today.year || body.year > today.year + 1) {
    throw new Refused('request-invalid', { documentTypes: types, year: body.year });
  }
  const { provinceId, personId } = actor;
  return once(deps, key, async (tx) => {
    const { position } = verdict;
    const atMs = deps.clock.nowMs();
    const org = (await deps.stores.people.orgAsOf(provinceId, seen.id, formatLocalDate(today), tx)) ?? seen;
    for (const documentType of types) {
      const of = { orgId: org.id, documentType, year: body.year, suffix: suffixOf(documentType, org.symbol) };
      const change = { ...of, mode: body.source, reason: body.reason, personId, positionId: position.id, atMs };
      if (!(await deps.stores.numbers.setSource(tx, provinceId, newId(deps.clock), change))) {
        throw new Refused('series-in-use', { documentType, typeName: nameOfType(documentType), year: body.year });
      }
    }
    await note(deps, tx, actor, {
      on: 'number-source',
      id: org.id,
      position: position,
      action: 'number-source-set',
      facts: { orgId: org.id, documentTypes: types, year: body.year, source: body.source },
    });
    return { done: true as const };
  });
};
