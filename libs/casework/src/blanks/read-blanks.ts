import { mayKeepBlank, mayPrintCertificates } from '@thidua/access';
import { dayOf } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { nameOfAward } from '../law/names';
import { packIfAny } from '../law/pack-of';
import { fileOf } from '../papers/read-paper';
import { roundFor } from '../rounds/sight';
import { blankFor, fieldsOf, summariesOf } from './blank-at-hand';
import { inListOrder } from './list-order';

export const blanks: Handler<'blanks'> = async (deps, { actor }) => {
  const { provinceId, positions } = actor;
  const orgIds = [...new Set(positions.map((held) => held.orgId))];
  const found = await deps.stores.blanks.ofOrgs(provinceId, orgIds);
  const kept = orgIds.filter((orgId) => mayKeepBlank(actor, orgId).allowed);
  const orgs = (await Promise.all(kept.map((orgId) => deps.stores.people.org(provinceId, orgId)))).filter((org) => org !== undefined);
  return {
    blanks: await summariesOf(deps, actor, found),
    orgs: orgs.map(({ id, name }) => ({ id, name })),
    awards: awardsOf(deps, provinceId),
  };
};

/** Awards decided in the province today: those of the centre come on the centre's own sheets. */
function awardsOf(deps: CaseworkDeps, provinceId: string): { code: string; name: string }[] {
  const pack = packIfAny(deps.law, dayOf(deps.clock.nowMs()), provinceId)?.pack;
  const codes = (pack?.awards ?? []).filter((row) => !row.stateLevel && row.level !== 'TTG' && row.level !== 'CTN').map((row) => row.award);
  return [...new Set(codes)].map((code) => ({ code, name: nameOfAward(pack, code, []) }));
}

export const blank: Handler<'blank'> = async (deps, { actor, params }) => {
  const found = await blankFor(deps, actor, params['id'] ?? '');
  const [summary] = await summariesOf(deps, actor, [found]);
  if (summary === undefined) {
    throw new Error('one blank has one summary');
  }
  return { ...summary, pictureSha256: found.pictureSha256, fields: fieldsOf(found) };
};

export const blankPicture: Handler<'blankPicture'> = async (deps, { actor, params }) => {
  const found = await blankFor(deps, actor, params['id'] ?? '');
  return fileOf(deps, actor.provinceId, { sha256: found.pictureSha256, name: 'phoi' });
};

/** Certificates of a round in the order of its lists, the blanks they can be printed on, and how far their making is. */
export const roundCertificates: Handler<'roundCertificates'> = async (deps, { actor, params }) => {
  const round = await roundFor(deps, actor, params['id'] ?? '');
  const { provinceId, positions } = actor;
  const [papers, found, jobs] = await Promise.all([
    deps.stores.blanks.certificatesOf(provinceId, round.id),
    deps.stores.blanks.ofOrgs(provinceId, [...new Set(positions.map((held) => held.orgId))]),
    deps.stores.jobs.sheetsOf(provinceId, round.id),
  ]);
  return {
    certificates: inListOrder(papers).map(({ paperId, rowId, recipient, award, awardName, kind, decisionNumber, state }) => ({
      paperId,
      rowId,
      recipient,
      award,
      awardName,
      kind,
      decisionNumber,
      state,
    })),
    blanks: await summariesOf(deps, actor, found),
    mayPrint: mayPrintCertificates(actor, [round.orgId, round.standingOrgId]).allowed,
    making:
      jobs.length === 0
        ? null
        : { done: jobs.reduce((sum, job) => sum + job.done, 0), total: jobs.reduce((sum, job) => sum + job.total, 0) },
  };
};
