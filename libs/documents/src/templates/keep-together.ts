const PARAGRAPH = /<p\b[^>]*>[\s\S]*?<\/p>/g;
/** '57/QĐ-UBND', '152/2025/NĐ-CP'. */
const NUMBER = /(?<![\p{L}\d/])\d+[a-z]?\/(?:\d{4}\/)?\p{Lu}[\p{L}\d]*(?:-[\p{L}\d]+)+/gu;
/** 'Điều 85', 'Phụ lục I', 'R-17', 'HP-GP-2026-0014', '0225 3 888 100'. */
const PLACE =
  /(?:(?:Điều|khoản|điểm|Phụ lục|Mẫu) (?:\d+|[IVX]+|\p{Ll})|\p{Lu}{1,4}(?:-\p{Lu}+)*(?:-\d+)+|0\d{2,3}(?: \d{1,4})+)(?![\p{L}\d]|\.<)/gu;
/** The dash of 'Thi đua - Khen thưởng' with the word before: no line of running text shall begin like an entry of a list. */
const DASH = /[\p{L}\d]+ [-–](?= \S)/gu;

/** In running text, numbers of documents and dashes stay on the line they began on. Tables are left: their columns are too narrow for it. */
export function keepTogether(html: string): string {
  return html.replace(PARAGRAPH, (paragraph) => paragraph.replace(/>[^<]+</g, held));
}

function held(text: string): string {
  return text
    .replace(NUMBER, '<span class="nb">$&</span>')
    .replace(PLACE, '<span class="nb">$&</span>')
    .replace(DASH, '<span class="nb">$&</span>');
}
