/** Lower case without marks, đ as d: what names are searched by. */
export function searchable(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd').replace(/\s+/g, ' ').trim();
}

/** First letters of a place's words, for codes: 'Gia Phúc' → 'GP', 'Đồng Hỷ' → 'DH'. */
export function initials(place: string): string {
  return searchable(place)
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}
