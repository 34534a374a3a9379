import type { ScanCheckView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { ScanCheck } from '@thidua/store';
import type { CaseworkDeps } from '../deps';

/** A scan's check with the names of who brought and who confirmed it. */
export async function scanView({ stores }: Pick<CaseworkDeps, 'stores'>, provinceId: string, check: ScanCheck): Promise<ScanCheckView> {
  const people = await stores.people.persons(provinceId, [check.uploadedBy, ...(check.confirmedBy === null ? [] : [check.confirmedBy])]);
  const nameOf = (id: string | null): string | null => people.find((one) => one.id === id)?.fullName ?? null;
  const { scanSha256, pages, pagesEqual, textShare, pictureShare, numberSeen, verdict, reason } = check;
  return {
    ...{ scanSha256, pages, pagesEqual, textShare, pictureShare, numberSeen, verdict, reason },
    uploadedBy: nameOf(check.uploadedBy) ?? '',
    uploadedAt: isoOf(check.uploadedAt.getTime()),
    confirmedBy: nameOf(check.confirmedBy),
    confirmedAt: check.confirmedAt === null ? null : isoOf(check.confirmedAt.getTime()),
  };
}
