import type { AuditSubject, ChainFaultView, TrailCheckView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { BrokenChain } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { beginCheck, checkOf, type TrailCheck } from './check-job';
import { lineViews, subjectsOf } from './line-views';

/** Faults that are opened; all are counted. */
const OPENED = 50;

/** Begins 'Kiểm tra chuỗi'; `trailCheck` tells how far it is. */
export const checkTrail: Handler<'checkTrail'> = (deps, { actor, body }) => {
  const position = demandAdministrator(actor);
  return Promise.resolve({ id: beginCheck(deps, actor, position, body.subjectId).id });
};

/** @throws Refused forbidden; not-found: never begun, another province's, or gone with a restart */
export const trailCheck: Handler<'trailCheck'> = async (deps, { actor, params }): Promise<TrailCheckView> => {
  demandAdministrator(actor);
  const check = checkOf(deps, actor.provinceId, params['id'] ?? '');
  if (check === undefined) {
    throw new Refused('not-found', { what: 'trail-check' });
  }
  const { id, status, done, total, chains, seals, seal, broken } = check;
  const ms = (check.endedMs ?? performance.now()) - check.startedMs;
  return {
    ...{ id, status, done, total: Math.max(done, total), chains, seals, brokenCount: broken.length },
    ...{ subject: await subjectOf(deps, check), startedAt: isoOf(check.beganAtMs), seconds: Math.round(ms / 100) / 10 },
    seal: seal === undefined ? null : { n: seal.n, hash: seal.hash, at: isoOf(seal.at.getTime()) },
    broken: status === 'done' ? await faultViews(deps, actor.provinceId, broken.slice(0, OPENED)) : [],
  };
};

/** The first line of what was asked about tells what it is. */
async function subjectOf(deps: CaseworkDeps, { provinceId, subjectId }: TrailCheck): Promise<AuditSubject | null> {
  if (subjectId === null) {
    return null;
  }
  const [line] = await deps.stores.auditSearch.lines(provinceId, { subjectIds: [subjectId] }, 1);
  const ref = { subjectType: line?.subjectType ?? '', subjectId };
  return (await subjectsOf(deps, provinceId, [ref]))(ref);
}

async function faultViews(deps: CaseworkDeps, provinceId: string, broken: readonly BrokenChain[]): Promise<ChainFaultView[]> {
  const subjects = await subjectsOf(deps, provinceId, broken);
  return Promise.all(
    broken.map(async (chain) => {
      const { fault, lineId, at } = chain;
      const lines = lineId === null ? [] : await deps.stores.auditSearch.around(provinceId, chain, lineId);
      return {
        fault,
        subject: fault === 'seal' ? null : subjects(chain),
        number: lineId,
        at: at === null ? null : isoOf(at.getTime()),
        around: await lineViews(deps, provinceId, lines),
      };
    }),
  );
}
