import { mayAdminister } from '@thidua/access';
import { newId } from '@thidua/runtime';
import type { Handler } from '../../handler';
import { once } from '../../once';
import { Refused } from '../../refused';

/** A cluster of a year with its lead and members; next year's is another of the same series. */
export const addCluster: Handler<'addCluster'> = async (deps, { actor, body, key }) => {
  if (!mayAdminister(actor).allowed) {
    throw new Refused('forbidden', {});
  }
  const { provinceId } = actor;
  const known = new Set((await deps.stores.people.orgs(provinceId)).map((org) => org.id));
  const missing = [body.leadOrgId, ...body.memberIds].filter((id) => !known.has(id));
  if (missing.length > 0) {
    throw new Refused('not-found', { what: 'organisation', missing });
  }
  return once(deps, key, async (tx) => {
    const id = newId(deps.clock);
    const { name, series, level, year, leadOrgId } = body;
    if (!(await deps.stores.clusters.isFree(tx, provinceId, { series, year }))) {
      throw new Refused('state-conflict', { reason: 'cluster-exists', series, year });
    }
    await deps.stores.clusters.add(tx, provinceId, { id, name, series, level, year, leadOrgId, memberIds: [...new Set(body.memberIds)] });
    return { clusterId: id };
  });
};
