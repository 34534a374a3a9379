import { awardsIn } from '../reading/awards-in-words';
import { isHeading } from '../text/outline';
import { sourceOf, type Paragraph } from '../text/paragraphs';
import { bare } from '../text/words';
import { finding, type Check, type CheckRoom, type Finding } from './finding';

const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
/** This many words in a row, besides the movement's own name, make two items of one list the same. */
const SHARED_WORDS = 6;

/** A section number used twice, a heading printed twice, an item that says again what the one before it says. */
export const checkStructure: Check = (room) => [...sections(room), ...headings(room), ...items(room)];

function sections({ room }: CheckRoom): readonly Finding[] {
  const numbered = room.parts.body.flatMap((paragraph) => {
    const number = paragraph.level === 1 ? /^(?:PHẦN |Phần |MỤC |Mục )?([IVX]+|\d{1,2})[.:)]/u.exec(paragraph.text)?.[1] : undefined;
    return number === undefined ? [] : [{ number, paragraph }];
  });
  return numbered.flatMap(({ number, paragraph }, index) => {
    const first = numbered.findIndex((one) => one.number === number);
    if (first === index || bare(numbered[first]?.paragraph.body ?? '') === bare(paragraph.body)) {
      return [];
    }
    const meant = ROMANS[ROMANS.indexOf(number) + 1] ?? null;
    return [
      finding(sourceOf(paragraph, 0), {
        code: 'duplicate-section',
        severity: 'error',
        says: `Mục ${number} xuất hiện hai lần (lần đầu ở dòng ${numbered[first]?.paragraph.rows[0]?.n ?? 0}).`,
        meant,
      }),
    ];
  });
}

function headings({ room }: CheckRoom): readonly Finding[] {
  const { body } = room.parts;
  return body.flatMap((paragraph, index) => {
    const before = body[index - 1];
    const same = before !== undefined && isHeading(paragraph) && paragraph.level < 5 && bare(before.text) === bare(paragraph.text);
    return same
      ? [
          finding(sourceOf(paragraph, 0), {
            code: 'duplicate-heading',
            severity: 'error',
            says: `Đề mục in hai lần (dòng ${before.rows[0]?.n ?? 0} và ${paragraph.rows[0]?.n ?? 0}).`,
          }),
        ]
      : [];
  });
}

/** Neighbours of one list that share a long run of words. */
function items({ room, names }: CheckRoom): readonly Finding[] {
  const usual = names.map(bare);
  const lists = room.nodes.filter(
    ({ paragraph }) =>
      [2, 3].includes(paragraph.level) && awardsIn(paragraph.body).length === 0 && paragraph.body.length > 60 && !isHeading2(paragraph),
  );
  return lists.flatMap((node, index) => {
    const before = lists[index - 1];
    const siblings = before !== undefined && before.heads.at(-1) === node.heads.at(-1);
    const shared = siblings ? longestShared(wordsOf(before.paragraph, usual), wordsOf(node.paragraph, usual)) : [];
    return before !== undefined && shared.length >= SHARED_WORDS
      ? [
          finding(sourceOf(node.paragraph, 0), {
            code: 'duplicate-content',
            severity: 'note',
            says: `Nội dung trùng với mục trước (dòng ${before.paragraph.rows[0]?.n ?? 0}): “${shared.join(' ')}”.`,
          }),
        ]
      : [];
  });
}

function isHeading2(paragraph: Paragraph): boolean {
  return isHeading(paragraph) && paragraph.body.length < 90;
}

/** The words of an item; the movement's name, which stands everywhere, is taken out piece by piece. */
function wordsOf(paragraph: Paragraph, usual: readonly string[]): readonly string[] {
  const pieces = ['khoa học', 'công nghệ', 'đổi mới sáng tạo', 'chuyển đổi số', ...usual];
  return pieces
    .reduce((text, piece) => text.replaceAll(piece, '\u0000'), bare(paragraph.body))
    .split(' ')
    .map((word) => (word === 'và' ? '\u0000' : word));
}

function longestShared(one: readonly string[], other: readonly string[]): readonly string[] {
  let best: readonly string[] = [];
  for (let from = 0; from < one.length; from += 1) {
    for (let at = 0; at < other.length; at += 1) {
      let length = 0;
      while (one[from + length] !== undefined && one[from + length] === other[at + length] && one[from + length] !== '\u0000') {
        length += 1;
      }
      best = length > best.length ? one.slice(from, from + length) : best;
    }
  }
  return best;
}
