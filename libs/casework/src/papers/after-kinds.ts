/** Papers of processes that begin after a decision: each belongs to the process that made it, whatever dossier or round it is about. */
const AFTER_KINDS: readonly string[] = [
  'to-trinh-huy-bo',
  'quyet-dinh-huy-bo',
  'quyet-dinh-thu-hoi',
  'quyet-dinh-dinh-chinh',
  'cong-van-dinh-chinh',
  'quyet-dinh-huy-van-ban',
  'ban-sao',
  'giay-cap-lai',
];

export function isAfterKind(kind: string): boolean {
  return AFTER_KINDS.includes(kind);
}
