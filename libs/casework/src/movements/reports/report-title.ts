import type { MovementRecord, WorkOccasion } from '@thidua/store';

const WORDS: Readonly<Partial<Record<WorkOccasion, string>>> = { interim: 'Báo cáo sơ kết', final: 'Báo cáo tổng kết' };

/** 'Báo cáo năm 2026 Phong trào thi đua “…”', 'Báo cáo sơ kết (2027) …'. */
export function reportTitle({ content }: Pick<MovementRecord, 'content'>, occasion: WorkOccasion, year: number): string {
  const kind = WORDS[occasion];
  const head = kind === undefined ? `Báo cáo năm ${String(year)}` : `${kind} (${String(year)})`;
  return `${head} Phong trào thi đua “${content.name.value}”`;
}

/** The last moment of a due day: a report sent on it is on time. Null without a day. */
export function endOfDay(day: string | null): string | null {
  return day === null ? null : `${day}T23:59:59+07:00`;
}
