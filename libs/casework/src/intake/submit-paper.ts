import { mayCompareEntry, mayStandAtDesk } from '@thidua/access';
import { note } from '../note';
import type { Handler } from '../handler';
import { once } from '../once';
import { Refused } from '../refused';
import { stampOf } from '../stamp';
import { entryAtHand, isComparable, missingParts } from './paper-entry';
import { startDossier } from './start-dossier';

/** A paper dossier whose scans are in goes to the desk: 'nộp bản giấy'. */
export const submitPaperDossier: Handler<'submitPaperDossier'> = (deps, { actor, params, key }) =>
  once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const { dossier: seen, deskOrgId } = await entryAtHand(deps, actor, params['id'] ?? '', tx);
    const verdict = mayStandAtDesk(actor, deskOrgId);
    if (!verdict.allowed) {
      throw new Refused('forbidden', { dossierId: seen.id });
    }
    const dossier = await deps.stores.dossiers.lock(tx, provinceId, seen.id);
    const submitter = dossier === undefined ? undefined : await deps.stores.people.org(provinceId, dossier.orgId, tx);
    if (dossier === undefined || submitter === undefined || dossier.instanceId !== null || dossier.status !== 'drafting') {
      throw new Refused('state-conflict', { dossierId: seen.id, status: seen.status });
    }
    const missing = await missingParts(deps, dossier, tx);
    if (missing.length > 0) {
      throw new Refused('supplement-missing', { missing: [...missing] });
    }
    const stamp = stampOf(actor, verdict);
    await startDossier(deps, tx, { provinceId, dossier, submitter, entry: 'desk', stamp, action: 'paper-dossier-submitted' });
    return { done: true as const };
  });

/** A second person has held paper and entry side by side. */
export const checkPaperEntry: Handler<'checkPaperEntry'> = (deps, { actor, params, key }) =>
  once(deps, key, async (tx) => {
    const { dossier, entry, deskOrgId } = await entryAtHand(deps, actor, params['id'] ?? '', tx);
    const verdict = mayCompareEntry(actor, { deskOrgId, enteredBy: entry.enteredBy });
    if (!verdict.allowed) {
      throw new Refused(verdict.code, { dossierId: dossier.id, reason: 'paper-entry' });
    }
    const check = { by: actor.personId, atMs: deps.clock.nowMs() };
    if (!isComparable(dossier) || !(await deps.stores.intake.checkPaper(tx, actor.provinceId, dossier.id, check))) {
      throw new Refused('state-conflict', { dossierId: dossier.id, status: dossier.status });
    }
    const { position } = verdict;
    await note(deps, tx, actor, {
      on: 'dossier',
      id: dossier.id,
      position,
      action: 'paper-entry-checked',
      facts: { dossierId: dossier.id },
    });
    return { done: true as const };
  });
