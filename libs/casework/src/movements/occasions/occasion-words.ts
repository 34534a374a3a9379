import type { WorkOccasion } from '@thidua/store';

export const OCCASIONS: readonly WorkOccasion[] = ['annual', 'interim', 'final', 'ad-hoc'];

const WORDS: Readonly<Record<WorkOccasion, string>> = {
  annual: 'hàng năm',
  interim: 'sơ kết',
  final: 'tổng kết',
  'ad-hoc': 'đột xuất',
};

/** 'Đợt khen thưởng sơ kết năm 2027 phong trào thi đua “…”'. */
export function occasionTitle(movementName: string, occasion: WorkOccasion, year: number): string {
  return `Đợt khen thưởng ${WORDS[occasion]} năm ${String(year)} phong trào thi đua “${movementName}”`;
}

/** 17:00 of a closing day, the end of the working day. */
export function endOfWorkingDay(day: string): string {
  return `${day}T17:00:00+07:00`;
}
