import { packDifference, type Pack } from '@thidua/awards';
import { mayAdminister, type HeldPosition } from '@thidua/access';
import type { ProposalList, ProposalView, SheetPreview } from '@thidua/contract';
import { compareDates, formatLocalDate, isoOf, parseLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { ProposalRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Ask, Handler } from '../handler';
import { once } from '../once';
import { demandAdministrator } from '../processes/administrator';
import { Refused } from '../refused';
import { demandPaper } from './confirmations';
import { changeViews } from './change-views';
import { storeEffective } from './effective-packs';
import {
  demandFitting,
  lineVerdicts,
  localPack,
  overriddenRow,
  summaryOf,
  untouchedRows,
  type LocalOrder,
  type LocalRow,
} from './local-rows';
import type { NamedPaper } from './named-paper';
import { note } from '../note';
import { packAtHand } from './pack-at-hand';
import { sheetsToRows, type SheetRow } from './pack-sheets';
import { contentHash, storePack } from './store-pack';

/** One row of a pack as the province wants it; it counts when a second person puts it in force. */
export const proposeLocalRow: Handler<'proposeLocalRow'> = async (deps, { actor, params, body, key }) => {
  const position = demandAdministrator(actor);
  await demandPaper(deps, actor.provinceId, body);
  const order = await orderOf(deps, actor.provinceId, { packId: params['pack'] ?? '', paper: body, from: body.from });
  const row = overriddenRow(order.over, body.rowKey, body.values);
  return propose(deps, { actor, position, key, order, rows: [row] });
};

/** Another reading of the law that the pack itself keeps, for a place that insists on it (law.md 3, `strict-80-3`). */
export const proposeOverlay: Handler<'proposeOverlay'> = async (deps, { actor, params, body, key }) => {
  const position = demandAdministrator(actor);
  await demandPaper(deps, actor.provinceId, body);
  const order = await orderOf(deps, actor.provinceId, { packId: params['pack'] ?? '', paper: body, from: body.from });
  return propose(deps, { actor, position, key, order, rows: [], switchOn: [body.overlayId] });
};

/** What a table would change, line by line; nothing is written. */
export const readSheet: Handler<'readSheet'> = async (deps, { actor, params, body }): Promise<SheetPreview> => {
  demandAdministrator(actor);
  const preview = { body: '…', number: '…', date: body.from, fileSha256: '' };
  const order = await orderOf(deps, actor.provinceId, { packId: params['pack'] ?? '', paper: preview, from: body.from });
  const rows = await sheetRows(deps, actor.provinceId, body.sheetSha256);
  const lines = lineVerdicts(order, rows);
  const count = (verdict: string): number => lines.filter((line) => line.verdict === verdict).length;
  return {
    rows: lines.map(({ sheet, line, list, rowId, verdict, problems }) => ({ sheet, line, list, rowId, verdict, problems: [...problems] })),
    counts: { same: count('same'), changed: count('changed'), added: count('added'), wrong: count('wrong') },
    untouched: untouchedRows(order.over, rows),
  };
};

/** All changed and new lines of a table as one proposal; a single wrong line refuses it whole. */
export const proposeSheet: Handler<'proposeSheet'> = async (deps, { actor, params, body, key }) => {
  const position = demandAdministrator(actor);
  await demandPaper(deps, actor.provinceId, body);
  const order = await orderOf(deps, actor.provinceId, { packId: params['pack'] ?? '', paper: body, from: body.from });
  const lines = lineVerdicts(order, await sheetRows(deps, actor.provinceId, body.sheetSha256));
  const wrong = lines.filter((line) => line.verdict === 'wrong');
  const rows = lines.flatMap((line) => (line.row === null ? [] : [line.row]));
  if (wrong.length > 0 || rows.length === 0) {
    const problems = wrong.flatMap(({ sheet, line, rowId, problems: texts }) =>
      texts.map((message) => ({ rowId, path: `${sheet}, dòng ${line}`, message })),
    );
    throw new Refused('law-rows-invalid', {
      problems: rows.length === 0 && wrong.length === 0 ? [{ rowId: null, path: '', message: 'bảng không thay đổi dòng nào' }] : problems,
    });
  }
  return propose(deps, { actor, position, key, order, rows });
};

async function orderOf(
  deps: CaseworkDeps,
  provinceId: string,
  { packId, paper, from }: { readonly packId: string; readonly paper: NamedPaper; readonly from: string },
): Promise<LocalOrder> {
  const { pack } = await packAtHand(deps, provinceId, packId);
  const day = parseLocalDate(from);
  const late = day !== undefined && pack.receivedTo !== null && compareDates(day, pack.receivedTo) > 0;
  if (pack.status !== 'in-use' || day === undefined || compareDates(day, pack.receivedFrom) < 0 || late) {
    throw new Refused('request-invalid', { fields: [{ path: 'from', problem: 'outside-the-pack', kind: 'custom' }] });
  }
  return { provinceId, over: pack, paper, from, id: `local-${provinceId.toLowerCase()}-${from}-${newId(deps.clock).slice(-6)}` };
}

async function sheetRows(deps: CaseworkDeps, provinceId: string, sha256: string): Promise<readonly SheetRow[]> {
  const file = (await deps.stores.trail.isLawFile(provinceId, sha256)) ? await deps.stores.files.get(provinceId, sha256) : undefined;
  if (file === undefined) {
    throw new Refused('not-found', { what: 'file' });
  }
  return sheetsToRows(await deps.sheets.read(file.bytes));
}

interface Proposing {
  readonly actor: Ask<'proposeLocalRow'>['actor'];
  readonly position: HeldPosition;
  readonly key: Ask<'proposeLocalRow'>['key'];
  readonly order: LocalOrder;
  readonly rows: readonly LocalRow[];
  readonly switchOn?: readonly string[];
}

async function propose(
  deps: CaseworkDeps,
  { actor, position, key, order, rows, switchOn = [] }: Proposing,
): Promise<{ id: string; summary: string }> {
  const { local } = demandFitting(order.over, localPack(order, rows, switchOn));
  return once(deps, key, async (tx) => {
    const { body, number: numberText, date: dated, fileSha256 } = order.paper;
    const id = newId(deps.clock);
    const summary = summaryOf(local);
    await deps.stores.lawProposals.propose(tx, actor.provinceId, {
      ...{ id, body, numberText, dated, fileSha256, summary, note: order.paper.note ?? null },
      baseHash: deps.law.hashOf(order.over.id) ?? '',
      content: local,
      proposedBy: actor.personId,
      atMs: deps.clock.nowMs(),
    });
    await note(deps, tx, actor, {
      on: 'law',
      id,
      position,
      action: 'local-law-proposed',
      facts: { packId: order.over.id, localId: local.id, fileSha256 },
    });
    return { id, summary };
  });
}

/** A second person puts the rows in force, or does not. What was proposed over an older reading must still fit. */
export const settleLawProposal: Handler<'settleLawProposal'> = async (deps, { actor, params, body, key }) => {
  const position = demandAdministrator(actor);
  const { provinceId, personId } = actor;
  const id = params['id'] ?? '';
  await deps.law.refresh();
  const answer = await once(deps, key, async (tx) => {
    const found = await deps.stores.lawProposals.byId(provinceId, id, tx);
    if (found === undefined) {
      throw new Refused('not-found', { what: 'law-proposal' });
    }
    if (found.proposedBy === personId) {
      throw new Refused('four-eyes');
    }
    const atMs = deps.clock.nowMs();
    const settled = body.accept
      ? await deps.stores.lawProposals.enforce(tx, provinceId, id, { personId, atMs, ...(await putInForce(deps, tx, found, atMs)) })
      : await deps.stores.lawProposals.close(tx, provinceId, id, 'declined', { personId, atMs, reason: body.reason ?? null });
    if (!settled) {
      throw new Refused('state-conflict', { reason: 'settled-already' });
    }
    await note(deps, tx, actor, {
      on: 'law',
      id,
      position,
      action: body.accept ? 'local-law-in-force' : 'local-law-declined',
      facts: { localId: found.content.id },
    });
    return { done: true as const };
  });
  await deps.law.refresh();
  return answer;
};

/** The province's chain of packs with these rows at its end. */
async function putInForce(
  deps: CaseworkDeps,
  tx: Parameters<typeof storePack>[1],
  { provinceId, content: local, status }: ProposalRecord,
  atMs: number,
): Promise<{ localHash: string; effectiveHash: string }> {
  if (status !== 'proposed') {
    throw new Refused('state-conflict', { reason: 'settled-already' });
  }
  const bases = deps.law.effective(null).filter((pack) => pack.id === local.basedOn);
  const shipped = deps.law.effective(provinceId).filter((pack) => pack.status === 'local' && pack.basedOn === local.basedOn);
  const localHash = await storePack(deps, tx, local, atMs);
  const made = await storeEffective(deps, tx, { bases, locals: [...shipped, local] }, atMs);
  const fault = made.faults.find((one) => one.localId === local.id);
  const effective = made.packs.findLast((pack) => pack.id.includes(local.id));
  if (fault !== undefined || effective === undefined) {
    throw new Refused('law-rows-invalid', {
      problems: (fault?.problems ?? []).map(({ rowId, path, message }) => ({ rowId, path, message })),
    });
  }
  return { localHash, effectiveHash: contentHash(effective) };
}

export const withdrawLawProposal: Handler<'withdrawLawProposal'> = async (deps, { actor, params, body, key }) => {
  const position = demandAdministrator(actor);
  const { provinceId, personId } = actor;
  const id = params['id'] ?? '';
  return once(deps, key, async (tx) => {
    if ((await deps.stores.lawProposals.byId(provinceId, id, tx)) === undefined) {
      throw new Refused('not-found', { what: 'law-proposal' });
    }
    if (
      !(await deps.stores.lawProposals.close(tx, provinceId, id, 'withdrawn', { personId, atMs: deps.clock.nowMs(), reason: body.reason }))
    ) {
      throw new Refused('state-conflict', { reason: 'settled-already' });
    }
    await note(deps, tx, actor, { on: 'law', id, position, action: 'local-law-withdrawn', facts: {} });
    return { done: true as const };
  });
};

export const lawProposals: Handler<'lawProposals'> = async (deps, { actor }): Promise<ProposalList> => {
  demandAdministrator(actor);
  await deps.law.refresh();
  const { provinceId } = actor;
  const found = await deps.stores.lawProposals.ofProvince(provinceId);
  const ids = [...new Set(found.flatMap((one) => [one.proposedBy, one.settledBy ?? []].flat()))];
  const names = new Map((await deps.stores.people.persons(provinceId, ids)).map((person) => [person.id, person.fullName]));
  return { proposals: found.map((one) => proposalView(deps, one, { names, personId: actor.personId, may: mayAdminister(actor).allowed })) };
};

function proposalView(
  { law }: CaseworkDeps,
  one: ProposalRecord,
  { names, personId, may }: { readonly names: ReadonlyMap<string, string>; readonly personId: string; readonly may: boolean },
): ProposalView {
  const over = law.packs.get(one.baseHash);
  const { id, status, summary, body, numberText: number, dated: date, fileSha256, note, reason } = one;
  return {
    ...{ id, status, summary, body, number, date, fileSha256, note, reason },
    packId: over?.id ?? one.content.basedOn ?? '',
    from: formatLocalDate(one.content.receivedFrom),
    proposedBy: names.get(one.proposedBy) ?? '',
    proposedAt: isoOf(one.proposedAt.getTime()),
    settledBy: one.settledBy === null ? null : (names.get(one.settledBy) ?? ''),
    settledAt: one.settledAt === null ? null : isoOf(one.settledAt.getTime()),
    effectiveId: one.effectiveHash === null ? null : (law.packs.get(one.effectiveHash)?.id ?? null),
    changes: over === undefined ? [] : changeViews(localChanges(over, one.content)),
    whyNotSettle: whyNot(one, personId, may),
  };
}

/** The rows of the local pack beside those they replace. */
function localChanges(over: Pack, local: Pack): ReturnType<typeof packDifference>['changes'] {
  return packDifference(over, local).changes.filter((change) => change.after !== null);
}

function whyNot({ status, proposedBy }: ProposalRecord, personId: string, may: boolean): string | null {
  if (status !== 'proposed') {
    return 'Đã xử lý.';
  }
  if (!may) {
    return 'Chỉ quản trị viên cho áp dụng.';
  }
  return proposedBy === personId ? 'Người đề xuất không tự cho áp dụng; cần người thứ hai.' : null;
}
