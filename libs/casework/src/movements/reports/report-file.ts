import { randomBytes } from 'node:crypto';
import type { PaperRecord, Tx } from '@thidua/store';
import { newId } from '@thidua/runtime';
import type { CaseworkDeps } from '../../deps';
import { checkedUpload } from '../../files/checked-upload';
import { isOwnFile } from '../../files/own-part';
import type { Handler } from '../../handler';
import { once } from '../../once';
import { paperSlot } from '../../papers/paper-slot';
import { Refused } from '../../refused';
import { demandFiller, reportFor } from './report-at-hand';

/** The body's own file, when it brought one. */
export async function fileOf(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
  workId: string,
  tx?: Tx,
): Promise<PaperRecord | undefined> {
  return (await stores.papers.ofWork(provinceId, workId, tx)).findLast(isOwnFile);
}

/** A report the unit has signed on paper already: it is sent as it is, with its figures typed in beside it. */
export const useReportFile: Handler<'useReportFile'> = async (deps, { actor, params, query, file, key }) => {
  const { provinceId } = actor;
  const { report: seen } = await reportFor(deps, actor, params['id'] ?? '');
  demandFiller(actor, seen);
  const upload = await checkedUpload(deps, file, 'dossier-part');
  return once(deps, key, async (tx) => {
    const report = (await deps.stores.reports.lock(tx, provinceId, seen.workId)) ?? seen;
    demandFiller(actor, report);
    const atMs = deps.clock.nowMs();
    const sha256 = await deps.stores.files.put(tx, provinceId, { ...upload, atMs });
    const data = { sha256, number: query.number ?? null, date: query.date ?? null };
    const dataHash = await deps.stores.payloads.put(tx, provinceId, { data }, atMs);
    const paperId = await deps.stores.reports.keepFile(tx, provinceId, {
      ...{ id: newId(deps.clock), orgId: report.orgId, workId: report.workId, instanceId: report.instanceId, dataHash, sha256, atMs },
      // A report that was mended keeps the file it was first sent with.
      slot: paperSlot({
        kind: 'bao-cao-phong-trao',
        about: report.workId,
        orgId: report.orgId,
        more: ['tep', String(report.lastSentAt?.getTime() ?? 0)],
      }),
      title: `${report.title} (tệp của đơn vị)`,
      ...{ numberText: query.number ?? null, numberDate: query.date ?? null, pages: upload.pages },
      verifyToken: randomBytes(16).toString('base64url'),
    });
    if (paperId === undefined) {
      throw new Refused('paper-state', { reason: 'signed-already', kind: 'bao-cao-phong-trao' });
    }
    await deps.stores.reports.save(tx, provinceId, report, { ownFile: true, savedBy: actor.personId, atMs });
    return { paperId, notes: [...upload.notes] };
  });
};
