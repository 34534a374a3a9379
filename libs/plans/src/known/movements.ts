import type { Level } from '@thidua/awards';

/** A movement launched for the whole country, with the paper that launched it. */
export interface KnownMovement {
  readonly name: string;
  readonly level: Level;
  readonly body: string;
  readonly citation: string;
  readonly confirmed: boolean;
}

/** Only to propose a launcher where a plan relays such a movement without saying who launched it; a person confirms it. */
export const KNOWN_MOVEMENTS: readonly KnownMovement[] = [
  {
    name: 'Cả nước thi đua đổi mới sáng tạo và chuyển đổi số',
    level: 'TTG',
    body: 'Thủ tướng Chính phủ',
    citation: 'Quyết định số 923/QĐ-TTg ngày 14/5/2025',
    confirmed: true,
  },
];
