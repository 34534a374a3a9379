import type { Pack } from '@thidua/awards';
import type { PaperEntryView } from '@thidua/contract';
import type { DossierRecord, NomineeRow } from '@thidua/store';

export type PaperPart = PaperEntryView['missing'][number];

export const PART_TITLES: Readonly<Record<PaperPart, string>> = {
  'to-trinh': 'Tờ trình (bản giấy đã quét)',
  'bien-ban-binh-xet': 'Biên bản họp bình xét (bản giấy đã quét)',
  'bao-cao-thanh-tich': 'Báo cáo thành tích (bản giấy đã quét)',
  'danh-sach': 'Danh sách đề nghị (bản giấy đã quét)',
  'xac-nhan': 'Văn bản xác nhận kèm theo (bản giấy đã quét)',
};

/** Where a pack lists no parts: what the unit's steps make. */
const OF_THE_UNIT: readonly PaperPart[] = ['to-trinh', 'bien-ban-binh-xet'];

/** Scans without which a paper dossier is not handed in (D-01 to D-06 of its pack); an office that proposes for residents signs nothing to itself. */
export function requiredParts(pack: Pack | undefined, dossier: DossierRecord, rows: readonly NomineeRow[]): readonly PaperPart[] {
  if (dossier.orgId === dossier.enteredByOrg) {
    return [];
  }
  const kinds = (pack?.dossierParts ?? [])
    .filter((part) => part.required && (part.procedure === 'any' || part.procedure === dossier.procedure))
    .filter((part) =>
      rows.some((row) => part.awards.includes(row.award) && (part.types.length === 0 || part.types.includes(row.awardType))),
    )
    .flatMap((part) => (isPart(part.paperKind) ? [part.paperKind] : []));
  return kinds.length === 0 ? OF_THE_UNIT : [...new Set(kinds)];
}

export function isPart(kind: string | null): kind is PaperPart {
  return kind !== null && Object.hasOwn(PART_TITLES, kind);
}
