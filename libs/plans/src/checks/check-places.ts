import { AGENCIES, LAST_DAY_OF_MERGED, MERGED_PROVINCES } from '../known/agencies';
import { earliestDay, latestDay } from '../text/days';
import { sourceOfMatch, type Paragraph } from '../text/paragraphs';
import { vietnamese } from './check-laws';
import { finding, gathered, type Check, type CheckRoom, type Finding } from './finding';

const REFORM_DAY = '2025-07-01';

/** Bodies and places that did not exist on the document's day, and words left over from another tier or province. */
export const checkPlaces: Check = (room) => {
  const text = wholeText(room);
  return gathered([
    ...text.flatMap((paragraph) => agenciesIn(paragraph, room)),
    ...text.flatMap((paragraph) => leftovers(paragraph, room)),
    ...text.flatMap((paragraph) => tiers(paragraph, room)),
  ]);
};

function wholeText({ room }: CheckRoom): readonly Paragraph[] {
  return room.parts.all.filter((paragraph) => paragraph.level !== 9);
}

/** A document without a day counts as later than the last day it names. */
function dayOf(room: CheckRoom): string | null {
  const named = room.cited.flatMap((one) => (one.date === null ? [] : [one.date]));
  return room.issuedOn ?? named.toSorted().at(-1) ?? null;
}

function agenciesIn(paragraph: Paragraph, room: CheckRoom): readonly Finding[] {
  const day = dayOf(room);
  const rows = [
    ...AGENCIES,
    ...room.agencies.map((agency) => ({ pattern: named(agency.name), from: agency.from, to: agency.to, why: successor(agency.successor) })),
  ];
  return day === null
    ? []
    : rows.flatMap(({ pattern, to, why }) =>
        [...paragraph.text.matchAll(pattern)].flatMap((match) => {
          if (to === null) {
            return [];
          }
          const gone = to < earliestDay(day);
          const says = gone
            ? `${match[0]}: không còn hoạt động khi ban hành kế hoạch (đến hết ngày ${vietnamese(to)}). ${why}`
            : `${match[0]}: kết thúc hoạt động sau ngày ban hành (đến hết ngày ${vietnamese(to)}); theo dõi đơn vị tiếp nhận. ${why}`;
          return [
            finding(sourceOfMatch(paragraph, match), {
              code: gone ? 'agency-gone' : 'agency-ends',
              severity: gone ? 'error' : 'note',
              says: says.trim(),
            }),
          ];
        }),
      );
}

function named(name: string): RegExp {
  return new RegExp(`(?<!\\p{L})${name.replaceAll(/[.*+?^$()[\]{}|\\]/gu, String.raw`\$&`)}(?!\\p{L})`, 'gu');
}

function successor(name: string | null): string {
  return name === null ? '' : `Tiếp nhận: ${name}.`;
}

/** A merged province named after its last day; 'địa bàn tỉnh' in a centrally-run city. */
function leftovers(paragraph: Paragraph, room: CheckRoom): readonly Finding[] {
  const day = dayOf(room);
  const merged = [
    ...paragraph.text.matchAll(/(?:UBND |[UỦ][yỷ] ban nhân dân )?tỉnh (\p{Lu}\p{L}*(?: (?:- )?\p{Lu}\p{L}*){1,3})/gu),
  ].flatMap((match) => {
    const now = Object.entries(MERGED_PROVINCES).find(([name]) => (match[1] ?? '').startsWith(name));
    const isOld = day !== null && latestDay(day) > LAST_DAY_OF_MERGED && now !== undefined;
    return !isOld
      ? []
      : [
          finding(sourceOfMatch(paragraph, match), {
            code: 'leftover-place',
            severity: 'error',
            says: `${match[0]}: tỉnh đã nhập vào ${now[1]} từ ngày 01/7/2025; nội dung sót từ văn bản cũ.`,
            meant: now[1],
          }),
        ];
  });
  const inCity = room.province?.toLowerCase().startsWith('thành phố') ?? false;
  const tier = inCity ? [...paragraph.text.matchAll(/(?:địa bàn|toàn) tỉnh(?!\s+\p{Lu})/gu)] : [];
  return [
    ...merged,
    ...tier.map((match) =>
      finding(sourceOfMatch(paragraph, match), {
        code: 'leftover-place',
        severity: 'error',
        says: `“${match[0]}” trong văn bản của ${room.area ?? 'địa phương'} thuộc ${room.province ?? ''}: nội dung sót từ văn bản khác.`,
        meant: match[0].replace('tỉnh', 'thành phố'),
      }),
    ),
  ];
}

/** 'tổ dân phố' stands in phường and thị trấn, 'thôn' in xã; a đặc khu may have both. */
function tiers(paragraph: Paragraph, { area, issuedOn }: CheckRoom): readonly Finding[] {
  const inCommune = area?.startsWith('xã ') ?? false;
  const both = /thôn, tổ dân phố|tổ dân phố, thôn/iu.test(paragraph.text);
  const late = issuedOn === null || latestDay(issuedOn) >= REFORM_DAY;
  const found = inCommune && !both && late ? [...paragraph.text.matchAll(/(?:các )?tổ dân phố/giu)] : [];
  return found.map((match) =>
    finding(sourceOfMatch(paragraph, match), {
      code: 'wrong-tier',
      severity: 'error',
      says: 'Tổ dân phố được tổ chức ở phường; xã có thôn.',
      meant: 'thôn',
    }),
  );
}
