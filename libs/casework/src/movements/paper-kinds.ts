/** Kinds that `ban-hanh-van-ban` makes for the works of movements; each has its builder in the worker. */
export const MOVEMENT_PAPER_KINDS: readonly string[] = [
  'ke-hoach-phong-trao',
  'ke-hoach-dieu-chinh',
  'cong-van-don-doc',
  'cong-van-phoi-hop',
  'bao-cao-phong-trao',
  'ke-hoach-kiem-tra',
  'quyet-dinh-doan-kiem-tra',
  'thong-bao-kiem-tra',
  'bien-ban-kiem-tra',
  'ket-luan-kiem-tra',
  'bien-ban-cham-diem',
  'bang-cham-diem',
  'thong-bao-mo-dot',
  'phieu-dang-ky-thi-dua',
  'phieu-gioi-thieu-dien-hinh',
  'giay-moi',
];

/** Signed into force like every paper of an office: the bytes approved are the bytes signed. */
export function isMovementKind(kind: string): boolean {
  return MOVEMENT_PAPER_KINDS.includes(kind);
}
