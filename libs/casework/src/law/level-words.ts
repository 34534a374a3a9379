/** Levels of decision as people say them after a post or a council. */
export const LEVEL_WORDS = {
  UNIT: 'đơn vị',
  XA: 'cấp xã',
  HUYEN: 'cấp huyện',
  TINH: 'cấp tỉnh',
  TTG: 'Thủ tướng Chính phủ',
  CTN: 'Chủ tịch nước',
} as const;

/** A level in words; one that a diagram made up stays as it is. */
export function wordOfLevel(level: string): string {
  return (LEVEL_WORDS as Readonly<Record<string, string>>)[level] ?? level;
}
