import {
  authorityDepartures,
  awardsOf,
  confirmationProgress,
  listedRows,
  packInForce,
  packNotice,
  rowKey,
  rowToPlain,
  type ListedRow,
  type Pack,
} from '@thidua/awards';
import { mayAdminister, type Actor } from '@thidua/access';
import type { PackList, PackRows, PackRowView, PackSummary, RowConfirmationView } from '@thidua/contract';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { ConfirmationRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { LIST_NAMES } from './list-names';
import { baseOf, packAtHand } from './pack-at-hand';
import { packToSheets } from './pack-sheets';
import { rowHash } from './row-hash';
import { rowText } from './row-text';

/** Every pack the province may use, what is in force, and how far it has confirmed them. */
export const packs: Handler<'packs'> = async (deps, { actor }): Promise<PackList> => {
  await deps.law.refresh();
  const { provinceId } = actor;
  const today = dayOf(deps.clock.nowMs());
  const all = deps.law.effective(provinceId);
  const found = packInForce(all, today, provinceId);
  const inForce = found.ok ? found.value.id : null;
  return {
    packs: all
      .map((pack) => summaryOf(deps, provinceId, pack, pack.id === inForce))
      .toSorted((a, b) => (a.receivedFrom < b.receivedFrom ? 1 : -1)),
    today: formatLocalDate(today),
    refusal: found.ok ? null : found.error.message,
    mayAdminister: mayAdminister(actor).allowed,
  };
};

function summaryOf(deps: CaseworkDeps, provinceId: string, pack: Pack, inForce: boolean): PackSummary {
  const hash = deps.law.hashOf(pack.id) ?? '';
  const base = baseOf(deps, pack);
  const reading = deps.law.reading(provinceId, hash) ?? pack;
  const { id, title, status, province, basedOn, simulated, citation, note, receivedTo, lapsesOn } = pack;
  return {
    ...{ id, hash, title, status, inForce, province, basedOn, simulated, citation, note },
    receivedFrom: formatLocalDate(pack.receivedFrom),
    receivedTo: receivedTo === null ? null : formatLocalDate(receivedTo),
    lapsesOn: lapsesOn === null ? null : formatLocalDate(lapsesOn),
    rowCount: listedRows(pack).length,
    progress: confirmationProgress(pack, deps.law.confirmationsOf(provinceId, hash)),
    overlays:
      status === 'in-use' ? pack.overlays.map((overlay) => ({ id: overlay.id, citation: overlay.citation, off: [...overlay.off] })) : [],
    notices: status === 'in-use' ? [...packNotice(reading, dayOf(deps.clock.nowMs())).texts] : [],
    departures: base === null || status !== 'in-use' ? [] : authorityDepartures(base, pack).map((one) => one.sentence),
  };
}

/** The rows of a pack with the province's confirmations beside them. */
export const packRows: Handler<'packRows'> = async (deps, { actor, params }): Promise<PackRows> => {
  const { provinceId } = actor;
  const { pack, hash } = await packAtHand(deps, provinceId, params['pack'] ?? '');
  return {
    id: pack.id,
    hash,
    title: pack.title,
    rows: [...(await rowViews(deps, actor, pack))],
    progress: confirmationProgress(pack, deps.law.confirmationsOf(provinceId, hash)),
  };
};

/** Every row of a pack, or those with the keys named, as the reader sees them. */
export async function rowViews(deps: CaseworkDeps, actor: Actor, pack: Pack, keys?: ReadonlySet<string>): Promise<readonly PackRowView[]> {
  const views = await confirmationViews(deps, actor.provinceId, actor.personId, mayAdminister(actor).allowed);
  const base = pack.province === null ? null : baseOf(deps, pack);
  const national = new Set(base === null ? [] : listedRows(base).map((one) => `${rowKey(one)} ${rowHash(one.row)}`));
  return listedRows(pack)
    .filter((one) => keys === undefined || keys.has(rowKey(one)))
    .map((one) => rowView(pack, one, views, base !== null && !national.has(`${rowKey(one)} ${rowHash(one.row)}`)));
}

function rowView(pack: Pack, one: ListedRow, views: ReadonlyMap<string, RowConfirmationView>, local: boolean): PackRowView {
  const { list, row } = one;
  const key = rowKey(one);
  const confirmation = views.get(`${key} ${rowHash(row)}`) ?? null;
  const { id, effectiveTo, citation, source, note } = row;
  const whyNotOverride = whyNotLocal(pack, one);
  return {
    ...{ key, list, listName: LIST_NAMES[list], id, citation, source, note, local },
    awards: [...(awardsOf(row) ?? [])],
    text: rowText(pack, one),
    effectiveFrom: formatLocalDate(row.effectiveFrom),
    effectiveTo: effectiveTo === null ? null : formatLocalDate(effectiveTo),
    confirmed: row.confirmed || confirmation?.status === 'confirmed',
    mayOverride: whyNotOverride === null,
    whyNotOverride,
    // Plain JSON; the contract's type only lacks the readonly.
    values: rowToPlain(row) as PackRowView['values'],
    confirmation,
  };
}

/** Who decides is for the law alone (Luật Thi đua, khen thưởng 2022, articles 77 to 80); everything else a province may set in a pack it uses. */
function whyNotLocal(pack: Pack, { list, row }: ListedRow): string | null {
  if (list === 'authorities') {
    return `Thẩm quyền quyết định khen thưởng do luật định (${row.citation}), không giao cho địa phương đặt riêng; chỉ xác nhận được dòng này.`;
  }
  return pack.status === 'in-use' ? null : 'Gói này không phải gói dùng để giải quyết hồ sơ nên không đặt giá trị địa phương tại đây.';
}

/** Standing confirmations of a province by row and content. */
async function confirmationViews(
  { stores }: CaseworkDeps,
  provinceId: string,
  personId: string,
  mayConfirm: boolean,
): Promise<ReadonlyMap<string, RowConfirmationView>> {
  const standing = (await stores.confirmations.ofProvince(provinceId)).filter(
    (one) => one.status === 'proposed' || one.status === 'confirmed',
  );
  const ids = [...new Set(standing.flatMap((one) => [one.proposedBy, one.settledBy ?? []].flat()))];
  const names = new Map((await stores.people.persons(provinceId, ids)).map((person) => [person.id, person.fullName]));
  return new Map(
    standing.map((one) => [
      `${one.rowKey} ${one.rowHash}`,
      {
        id: one.id,
        status: one.status === 'confirmed' ? 'confirmed' : 'proposed',
        body: one.body,
        number: one.numberText,
        date: one.dated,
        fileSha256: one.fileSha256,
        note: one.note,
        proposedBy: names.get(one.proposedBy) ?? '',
        confirmedBy: one.settledBy === null ? null : (names.get(one.settledBy) ?? ''),
        whyNotConfirm: whyNot(one, personId, mayConfirm),
      },
    ]),
  );
}

function whyNot(one: ConfirmationRecord, personId: string, mayConfirm: boolean): string | null {
  if (one.status === 'confirmed') {
    return 'Đã xác nhận.';
  }
  if (!mayConfirm) {
    return 'Chỉ quản trị viên xác nhận.';
  }
  return one.proposedBy === personId ? 'Người đề xuất không tự xác nhận; cần người thứ hai.' : null;
}

/** The pack as a workbook; what is read back is a proposal of the province, never the pack itself. */
export const packSheet: Handler<'packSheet'> = async (deps, { actor, params }) => {
  const { pack } = await packAtHand(deps, actor.provinceId, params['pack'] ?? '');
  return {
    bytes: await deps.sheets.write(packToSheets(pack)),
    fileName: `${pack.id}.xlsx`,
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
};
