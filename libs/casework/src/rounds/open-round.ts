import { mayRunRound } from '@thidua/access';
import { dayOf } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { packOn } from '../law/pack-of';
import { once } from '../once';
import { Refused } from '../refused';
import { stampOf } from '../stamp';
import { openRoundFor, type RoundWanted } from './open-round-for';

/** A round opened ahead of its dossiers, by the office that will run it; where one of the occasion collects already, that one is answered. */
export const openRound: Handler<'openRound'> = async (deps, { actor, body, key }) => {
  const bodies = await bodiesOf(deps, actor.provinceId, body.orgId);
  const verdict = mayRunRound(actor, bodies?.standingOrgId ?? '');
  if (bodies === undefined || !verdict.allowed) {
    throw new Refused('forbidden', { orgId: body.orgId });
  }
  const { hash: packHash } = packOn(deps.law, dayOf(deps.clock.nowMs()), actor.provinceId);
  const closesMs = Date.parse(body.closesAt);
  return once(deps, key, async (tx) => {
    const nowMs = deps.clock.nowMs();
    if (!(closesMs > nowMs)) {
      throw new Refused('form-invalid', { problems: [{ field: 'closesAt', code: 'not-in-future' }] });
    }
    const { provinceId } = actor;
    const { occasion, year, title } = body;
    const wanted = { provinceId, level: bodies.level, orgId: bodies.orgId, occasion, movementId: body.movementId ?? null, year, packHash };
    const found = await openRoundFor(deps, tx, { ...wanted, nowMs, title, closesMs, actor: stampOf(actor, verdict) });
    return { roundId: found.id, code: found.code };
  });
};

interface Bodies {
  readonly level: RoundWanted['level'];
  readonly orgId: string;
  readonly standingOrgId: string;
}

/** Commune and district are their own standing bodies; the province's is its department, whichever of the two is named. */
async function bodiesOf({ stores }: CaseworkDeps, provinceId: string, orgId: string): Promise<Bodies | undefined> {
  const org = await stores.people.org(provinceId, orgId);
  if (org?.kind === 'commune' || org?.kind === 'district') {
    return { level: org.kind === 'commune' ? 'XA' : 'HUYEN', orgId, standingOrgId: orgId };
  }
  const deciding = org?.kind === 'department' ? org.parentId : org?.kind === 'province' ? org.id : null;
  const orgs = deciding === null ? undefined : await stores.rounds.orgsOf(provinceId, deciding);
  return orgs === undefined ? undefined : { level: 'TINH', orgId: orgs.province.id, standingOrgId: orgs.department.id };
}
