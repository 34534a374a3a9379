/** Every Tờ trình and every list leaves in Word too (ND152 33.12, law.md 7.3). */
export function isInWord(kind: string): boolean {
  return /^(to-trinh|danh-sach)(-|$)/.test(kind);
}
