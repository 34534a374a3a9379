import { mayCompareEntry, mayStandAtDesk, type Actor } from '@thidua/access';
import type { PaperEntryView } from '@thidua/contract';
import { dayOf, isoOf } from '@thidua/kernel';
import type { DossierRecord, PaperEntry, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import type { Handler } from '../handler';
import { packIfAny } from '../law/pack-of';
import { Refused } from '../refused';
import { isPart, requiredParts, type PaperPart } from './paper-parts';

export interface EntryAtHand {
  readonly dossier: DossierRecord;
  readonly entry: PaperEntry;
  /** The office that entered it. */
  readonly deskOrgId: string;
}

/** A dossier entered from paper, for its parties. @throws Refused not-found */
export async function entryAtHand(deps: CaseworkDeps, actor: Actor, id: string, tx?: Tx): Promise<EntryAtHand> {
  const dossier = await dossierFor(deps, actor, id, tx);
  const entry = await deps.stores.intake.paperEntry(actor.provinceId, dossier.id, tx);
  if (entry === undefined || dossier.enteredByOrg === null) {
    throw new Refused('not-found', { what: 'paper-entry' });
  }
  return { dossier, entry, deskOrgId: dossier.enteredByOrg };
}

/** Parts that the law of the day wants scanned and nobody has scanned. */
export async function missingParts(deps: CaseworkDeps, dossier: DossierRecord, tx?: Tx): Promise<readonly PaperPart[]> {
  const { provinceId, id } = dossier;
  const pack = packIfAny(deps.law, dayOf(deps.clock.nowMs()), provinceId)?.pack;
  const rows = await deps.stores.rows.ofDossier(provinceId, id, tx);
  const kept = new Set((await deps.stores.papers.about(provinceId, { dossierId: id }, tx)).map((paper) => paper.kind));
  return requiredParts(pack, dossier, rows).filter((kind) => !kept.has(kind));
}

/** What came in on paper, what of it is scanned, who typed it and who compared it. */
export const paperEntry: Handler<'paperEntry'> = async (deps, { actor, params }): Promise<PaperEntryView> => {
  const { dossier, entry, deskOrgId } = await entryAtHand(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const papers = await deps.stores.papers.about(provinceId, { dossierId: dossier.id });
  const people = await deps.stores.people.persons(provinceId, [entry.enteredBy, ...(entry.checkedBy === null ? [] : [entry.checkedBy])]);
  const nameOf = (id: string | null): string | null => people.find((person) => person.id === id)?.fullName ?? null;
  const missing = await missingParts(deps, dossier);
  const atDesk = mayStandAtDesk(actor, deskOrgId).allowed;
  const submitted = dossier.instanceId !== null;
  return {
    enteredBy: nameOf(entry.enteredBy) ?? '',
    enteredAt: isoOf(entry.enteredAt.getTime()),
    deliveredOn: entry.deliveredOn,
    checkedBy: nameOf(entry.checkedBy),
    checkedAt: entry.checkedAt === null ? null : isoOf(entry.checkedAt.getTime()),
    parts: papers.flatMap((paper) =>
      isPart(paper.kind) && paper.templateVersion === 'scan'
        ? [{ paperId: paper.id, kind: paper.kind, title: paper.title, numberText: paper.numberText, numberDate: paper.numberDate }]
        : [],
    ),
    missing: [...missing],
    submitted,
    may: {
      add: atDesk && isOpen(dossier),
      submit: atDesk && !submitted && missing.length === 0 && dossier.status === 'drafting',
      check: entry.checkedBy === null && isComparable(dossier) && mayCompareEntry(actor, { deskOrgId, enteredBy: entry.enteredBy }).allowed,
    },
  };
};

/** Scans go in until it is handed in, and again for a supplement. */
export function isOpen({ status }: DossierRecord): boolean {
  return status === 'drafting' || status === 'supplement';
}

export function isComparable({ status }: DossierRecord): boolean {
  return status === 'drafting' || status === 'submitted' || status === 'supplement';
}
