import { isAfterKind, isMovementKind } from '@thidua/casework';

/** Papers that come into force by a signature; what the others say (numbers, decisions) is known only when they are issued. */
const SIGNED = new Set([
  'bien-ban-binh-xet',
  'to-trinh',
  'quyet-dinh',
  'bien-ban-hoi-dong',
  'bien-ban-kiem-phieu',
  'bien-ban-cum',
  'cong-van-xin-y-kien',
  'cong-van-xac-nhan',
  'thong-bao-cong-khai',
  'thong-bao-tu-choi',
]);

export function isSignedKind(kind: string): boolean {
  return SIGNED.has(kind) || isAfterKind(kind) || isMovementKind(kind);
}
