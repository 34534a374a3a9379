import { rowsOn, type Pack } from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';
import type { RowCase } from '@thidua/store';

/** A part that can be asked for: its code on the form, and what it is called on paper. */
export interface AskedPart {
  readonly code: string;
  readonly text: string;
}

/** Papers the system makes itself keep the codes that forms have always used. */
const CODE_OF_PAPER: Readonly<Record<string, string>> = {
  'to-trinh': 'to-trinh',
  'bien-ban-binh-xet': 'bien-ban',
  'bao-cao-thanh-tich': 'bao-cao',
};

const WITHOUT_PACK: readonly AskedPart[] = [
  { code: 'to-trinh', text: 'Tờ trình kèm danh sách' },
  { code: 'bien-ban', text: 'Biên bản họp bình xét' },
  { code: 'bao-cao', text: 'Báo cáo thành tích' },
  { code: 'sang-kien', text: 'Xác nhận sáng kiến, công trình' },
];
const OTHER: AskedPart = { code: 'khac', text: 'Nội dung khác' };

/** Every part the pack wants of a dossier with these rows, each once; a pack without such rows leaves the parts every dossier has. */
export function partsOf(
  pack: Pack,
  rows: readonly Pick<RowCase, 'award' | 'awardType' | 'procedure'>[],
  day: LocalDate,
): readonly AskedPart[] {
  const parts = new Map<string, AskedPart>();
  for (const part of rowsOn(pack.dossierParts, day)) {
    const wanted =
      part.madeAt === 'UNIT' &&
      rows.some(
        (row) =>
          (part.awards.length === 0 || part.awards.includes(row.award)) &&
          (part.types.length === 0 || part.types.some((type) => type === row.awardType)) &&
          (part.procedure === 'any' || part.procedure === row.procedure),
      );
    if (wanted) {
      const code = CODE_OF_PAPER[part.paperKind ?? ''] ?? part.part;
      parts.set(code, { code, text: [part.text, part.form === null ? '' : `(${part.form})`].filter((piece) => piece !== '').join(' ') });
    }
  }
  return [...(parts.size === 0 ? WITHOUT_PACK : parts.values()), OTHER];
}

/** What a code of the form is called on the paper that asks for it. */
export function partText(pack: Pack | undefined, code: string): string {
  const known = [...WITHOUT_PACK, OTHER].find((part) => part.code === code);
  return known?.text ?? pack?.dossierParts.find((part) => part.part === code)?.text ?? code;
}
