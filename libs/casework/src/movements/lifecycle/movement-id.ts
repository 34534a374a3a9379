const MOST = 90;

/** The name a movement goes by in addresses: 'gia-phuc-binh-dan-hoc-vu-so'. */
export function movementId(orgName: string, name: string): string {
  return slug(`${orgName.replace(/^(UBND|Ủy ban nhân dân)\s+(tỉnh|thành phố|xã|phường|đặc khu|huyện|quận|thị xã)\s+/u, '')} ${name}`);
}

function slug(words: string): string {
  const plain = words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-');
  return plain.slice(0, MOST).replace(/^-+|-+$/gu, '');
}
