import { compareDates, err, formatLocalDate, ok, type LocalDate, type Result } from '@thidua/kernel';
import type { Pack } from './pack';

/** No law is loaded for a day: an expected refusal, shown with the day and the empty pack that waits for content. */
export interface NoPackInForce {
  readonly code: 'no-pack-in-force';
  readonly date: string;
  readonly placeholderId: string | null;
  readonly message: string;
}

/**
 * The pack that a dossier received on `date` is pinned to (law.md 1.4): the province's own, where it has one that day, else the country's.
 * Of several the one that began last, and of those the last given.
 */
export function packInForce(packs: readonly Pack[], date: LocalDate, province: string | null = null): Result<Pack, NoPackInForce> {
  const covering = packs.filter(
    (pack) => compareDates(pack.receivedFrom, date) <= 0 && (pack.receivedTo === null || compareDates(date, pack.receivedTo) <= 0),
  );
  const inUse = covering.filter((candidate) => candidate.status === 'in-use');
  const pack =
    (province === null ? undefined : latest(inUse.filter((one) => one.province === province))) ??
    latest(inUse.filter((one) => one.province === null));
  if (pack !== undefined) {
    return ok(pack);
  }
  const day = formatLocalDate(date);
  return err({
    code: 'no-pack-in-force',
    date: day,
    placeholderId: covering.find((candidate) => candidate.status === 'placeholder')?.id ?? null,
    message: `Chưa có gói quy định cho hồ sơ tiếp nhận ngày ${vietnameseDate(date)}; quản trị viên cần nạp quy định mới trước khi tiếp nhận.`,
  });
}

function latest(packs: readonly Pack[]): Pack | undefined {
  return packs.reduce<Pack | undefined>(
    (last, pack) => (last !== undefined && compareDates(pack.receivedFrom, last.receivedFrom) < 0 ? last : pack),
    undefined,
  );
}

/** dd/MM/yyyy, as on papers. */
export function vietnameseDate(date: LocalDate): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(date.day)}/${two(date.month)}/${date.year}`;
}
