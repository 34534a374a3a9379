import { createHash } from 'node:crypto';
import { mayConfirmEvidence, type Actor, type HeldPosition } from '@thidua/access';
import type { ImportPreview } from '@thidua/contract';
import { dayOf } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { ImportKind, OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { nameOfAward } from '../../law/names';
import { packOn } from '../../law/pack-of';
import { tiersOf } from '../../law/tiers-of';
import { once } from '../../once';
import { checkedUpload, type CheckedUpload } from '../../files/checked-upload';
import { Refused } from '../../refused';
import { orgsAbove } from '../evidence-sight';
import type { CellProblem } from './problem';
import { readLines, type ImportFact, type ReadLine } from './read-lines';
import { readTable } from './read-table';
import { TABLES } from './table';
import { note } from '../../note';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An empty table with the right columns and one line to show how. */
export const importTemplate: Handler<'importTemplate'> = async (deps, { query }) => {
  const { name, columns, example } = TABLES[query.kind];
  const bytes = await deps.sheets.write([{ name, columns, rows: [example] }]);
  return { bytes, fileName: `mau-nhap-${query.kind}.xlsx`, mime: XLSX };
};

/** What would happen, line by line; nothing is written. */
export const previewImport: Handler<'previewImport'> = async (deps, { actor, query, file }): Promise<ImportPreview> => {
  await importer(deps, actor, query.orgId);
  const upload = await checkedUpload(deps, file, 'sheet');
  const { lines, problems } = await readPast(deps, actor.provinceId, { ...query, upload });
  const counts = { new: count(lines, 'new'), known: count(lines, 'known'), wrong: count(lines, 'wrong') };
  return {
    fileName: file?.name ?? '',
    kind: query.kind,
    lines: lines.map(({ row, name, text, verdict, problems: wrong }) => ({ row, name, text, verdict, problems: [...wrong] })),
    problems: [...problems],
    counts,
    mayApply: problems.length === 0 && counts.wrong === 0 && counts.new > 0,
  };
};

/** The whole table or nothing of it; what the register holds already is passed over. Confirmed by whoever brings it in. */
export const applyImport: Handler<'applyImport'> = async (deps, { actor, query, file, key }) => {
  await importer(deps, actor, query.orgId);
  const upload = await checkedUpload(deps, file, 'sheet');
  return once(deps, key, async (tx) => {
    const { provinceId, personId } = actor;
    const position = await importer(deps, actor, query.orgId, tx);
    const { lines, problems, sha256 } = await readPast(deps, provinceId, { ...query, upload }, tx);
    const wrong = lines.filter((line) => line.verdict === 'wrong');
    const entries = lines.flatMap((line) => (line.verdict === 'new' && line.entry !== null ? [line.entry] : []));
    if (problems.length > 0 || wrong.length > 0 || entries.length === 0) {
      const sentences = [
        ...problems.map((one) => one.text),
        ...wrong.flatMap((line) => line.problems.map((one) => `Dòng ${line.row}: ${one.text}`)),
      ];
      const first = sentences[0] ?? 'Bảng không có dòng nào mới.';
      throw new Refused('import-refused', { wrong: wrong.length, rows: wrong.map((line) => line.row), first });
    }
    const atMs = deps.clock.nowMs();
    const batchId = newId(deps.clock);
    const batch = {
      id: batchId,
      orgId: query.orgId,
      kind: query.kind,
      fileName: file?.name ?? '',
      fileSha256: sha256,
      rowCount: entries.length,
    };
    await deps.stores.importBatches.insert(tx, provinceId, { ...batch, appliedBy: personId, atMs });
    for (const entry of entries) {
      await addEntry(deps, tx, { provinceId, entry, batchId, by: personId, atMs });
    }
    const facts = { batchId, kind: query.kind, rows: entries.length, sha256 };
    await note(deps, tx, actor, { on: 'evidence', id: query.orgId, position, action: 'past-imported', facts });
    return { batchId, added: entries.length };
  });
};

/** Takes back what a batch brought in, all of it; the table can then be mended and brought in again. */
export const undoImport: Handler<'undoImport'> = (deps, { actor, params, key }) =>
  once(deps, key, async (tx) => {
    const { provinceId, personId } = actor;
    const { importBatches, evidence } = deps.stores;
    const batch = await importBatches.lock(tx, provinceId, params['id'] ?? '');
    if (batch === undefined) {
      throw new Refused('not-found', { what: 'import' });
    }
    const position = await importer(deps, actor, batch.orgId, tx);
    if (batch.undoneAt !== null) {
      throw new Refused('import-undone', { batchId: batch.id });
    }
    const atMs = deps.clock.nowMs();
    await importBatches.undo(tx, provinceId, batch.id, personId, atMs);
    const canceled = await evidence.cancelBatch(tx, provinceId, batch.id, { by: personId, atMs, reason: 'Hoàn tác lần nhập' });
    await note(deps, tx, actor, {
      on: 'evidence',
      id: batch.orgId,
      position,
      action: 'past-import-undone',
      facts: { batchId: batch.id, canceled },
    });
    return { canceled };
  });

/** @throws Refused forbidden */
async function importer(deps: CaseworkDeps, actor: Actor, orgId: string, tx?: Tx): Promise<HeldPosition> {
  const orgs = await deps.stores.people.orgs(actor.provinceId, tx);
  const may = mayConfirmEvidence(actor, { own: [orgId], above: orgsAbove(orgs, orgId) });
  if (!may.allowed || !orgs.some((org) => org.id === orgId)) {
    throw new Refused('forbidden', { orgId });
  }
  return may.position;
}

interface Past {
  readonly lines: readonly ReadLine[];
  readonly problems: readonly CellProblem[];
  readonly sha256: string;
}

/** @throws DomainError sheet-unreadable */
async function readPast(
  deps: CaseworkDeps,
  provinceId: string,
  { kind, orgId, upload }: { readonly kind: ImportKind; readonly orgId: string; readonly upload: CheckedUpload },
  tx?: Tx,
): Promise<Past> {
  const { bytes } = upload;
  const today = dayOf(deps.clock.nowMs());
  const { pack } = packOn(deps.law, today, provinceId);
  const table = readTable(kind, await deps.sheets.read(bytes));
  const { people, rowFacts, evidence } = deps.stores;
  const orgs = orgsUnder(await people.orgs(provinceId, tx), orgId);
  const known = await rowFacts.peopleOf(
    provinceId,
    orgs.map((org) => org.id),
    tx,
  );
  const subjects = { personIds: known.map((person) => person.id), orgIds: orgs.map((org) => org.id) };
  const book = await evidence.book(provinceId, subjects, tx);
  const tiers = await tiersOf(deps, provinceId, orgId);
  const nameOf = (award: string): string => nameOfAward(pack, award, tiers, 'full');
  const lines = readLines(kind, table, { pack, nameOf, today, orgs, people: known, book });
  return { lines, problems: table.problems, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function orgsUnder(orgs: readonly OrgRecord[], orgId: string): readonly OrgRecord[] {
  const own = orgs.filter((org) => org.id === orgId);
  return [...own, ...orgs.filter((org) => org.parentId === orgId).flatMap((org) => orgsUnder(orgs, org.id))];
}

interface Adding {
  readonly provinceId: string;
  readonly entry: ImportFact;
  readonly batchId: string;
  readonly by: string;
  readonly atMs: number;
}

async function addEntry({ stores, clock }: CaseworkDeps, tx: Tx, { provinceId, entry, batchId, by, atMs }: Adding): Promise<void> {
  const common = {
    ...{ id: newId(clock), source: 'import' as const, batchId, fileSha256: null },
    ...{ createdBy: by, createdMs: atMs, confirmedBy: by, confirmedMs: atMs },
  };
  const { evidence } = stores;
  switch (entry.kind) {
    case 'award':
      await evidence.add(tx, provinceId, 'award', { ...entry.fact, ...common });
      return;
    case 'rating':
      await evidence.add(tx, provinceId, 'rating', { ...entry.fact, ...common });
      return;
    case 'initiative':
      await evidence.add(tx, provinceId, 'initiative', { ...entry.fact, ...common });
  }
}

function count(lines: readonly ReadLine[], verdict: ReadLine['verdict']): number {
  return lines.filter((line) => line.verdict === verdict).length;
}
