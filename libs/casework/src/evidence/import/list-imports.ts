import { mayConfirmEvidence } from '@thidua/access';
import type { ImportList } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { Handler } from '../../handler';
import { orgsAbove } from '../evidence-sight';

/** What was brought in for bodies the actor appraises, and for which bodies more may come, their own first; empty for everybody else. */
export const evidenceImports: Handler<'evidenceImports'> = async (deps, { actor }): Promise<ImportList> => {
  const { people, importBatches } = deps.stores;
  const { provinceId } = actor;
  const orgs = await people.orgs(provinceId);
  const mine = orgs.filter((org) => mayConfirmEvidence(actor, { own: [org.id], above: orgsAbove(orgs, org.id) }).allowed);
  const own = new Set(actor.positions.map((position) => position.orgId));
  const batches = await importBatches.ofOrgs(
    provinceId,
    mine.map((org) => org.id),
  );
  const by = await people.persons(
    provinceId,
    batches.map((batch) => batch.appliedBy),
  );
  return {
    batches: batches.map(({ id, kind, orgId, fileName, rowCount, appliedBy, appliedAt, undoneAt }) => ({
      ...{ id, kind, fileName, rowCount },
      orgName: orgs.find((org) => org.id === orgId)?.name ?? '',
      appliedBy: by.find((person) => person.id === appliedBy)?.fullName ?? '',
      appliedAt: isoOf(appliedAt.getTime()),
      undoneAt: undoneAt === null ? null : isoOf(undoneAt.getTime()),
      mayUndo: undoneAt === null,
    })),
    orgs: [...mine.filter((org) => own.has(org.id)), ...mine.filter((org) => !own.has(org.id))].map(({ id, name }) => ({ id, name })),
  };
};
