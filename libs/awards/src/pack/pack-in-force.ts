import { compareDates, err, formatLocalDate, ok, type LocalDate, type Result } from '@thidua/kernel';
import type { Pack } from './pack';

/** No law is loaded for a day: an expected refusal, shown with the day and the empty pack that waits for content. */
export interface NoPackInForce {
  readonly code: 'no-pack-in-force';
  readonly date: string;
  readonly placeholderId: string | null;
  readonly message: string;
}

/** The pack that a dossier received on `date` is pinned to (law.md 1.4). */
export function packInForce(packs: readonly Pack[], date: LocalDate): Result<Pack, NoPackInForce> {
  const covering = packs.filter(
    (pack) => compareDates(pack.receivedFrom, date) <= 0 && (pack.receivedTo === null || compareDates(date, pack.receivedTo) <= 0),
  );
  const pack = covering.find((candidate) => candidate.status === 'in-use');
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

/** dd/MM/yyyy, as on papers. */
export function vietnameseDate(date: LocalDate): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(date.day)}/${two(date.month)}/${date.year}`;
}
