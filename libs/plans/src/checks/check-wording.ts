import { isHeading } from '../text/outline';
import { sourceOf, sourceOfMatch } from '../text/paragraphs';
import { bare, flat } from '../text/words';
import { KNOWN_MOVEMENTS } from '../known/movements';
import { finding, gathered, type Check, type CheckRoom, type Finding } from './finding';

/** Slips of the pen that change or hide a meaning. */
export const checkWording: Check = (room) =>
  gathered([...strays(room), ...twice(room), ...tooHigh(room), ...promises(room), ...names(room)]);

/** 'Trên đây là dựng Kế hoạch …'. */
function strays({ room }: CheckRoom): readonly Finding[] {
  return room.parts.closing.flatMap((paragraph) => {
    const match = /^Trên đây là\s+(?!(?:toàn bộ|nội dung|bản|dự thảo)?\s*kế hoạch)(\S+)\s+Kế hoạch/iu.exec(paragraph.text);
    return match === null
      ? []
      : [
          finding(sourceOfMatch(paragraph, match), {
            code: 'stray-word',
            severity: 'error',
            says: `Từ thừa “${match[1] ?? ''}” trong câu kết.`,
            meant: 'Trên đây là Kế hoạch',
          }),
        ];
  });
}

function twice({ room }: CheckRoom): readonly Finding[] {
  return room.parts.all.flatMap((paragraph) =>
    [...paragraph.text.matchAll(/(?<!\p{L})(của|và|các|trong|theo|về|tại|cho|với|được|những) \1(?!\p{L})/giu)].map((match) =>
      finding(sourceOfMatch(paragraph, match), {
        code: 'word-twice',
        severity: 'note',
        says: `Từ “${match[1] ?? ''}” viết hai lần.`,
        meant: match[1] ?? null,
      }),
    ),
  );
}

/** There is nothing above 'hoàn thành xuất sắc'. */
function tooHigh({ room }: CheckRoom): readonly Finding[] {
  return room.parts.body.flatMap((paragraph) =>
    [...paragraph.text.matchAll(/hoàn thành xuất sắc nhiệm vụ trở lên/giu)].map((match) =>
      finding(sourceOfMatch(paragraph, match), {
        code: 'above-top-rating',
        severity: 'error',
        says: 'Không có mức nào cao hơn “hoàn thành xuất sắc nhiệm vụ”; bỏ chữ “trở lên”.',
        meant: 'hoàn thành xuất sắc nhiệm vụ',
      }),
    ),
  );
}

/** A heading that promises numbers of awards which the section does not give. */
function promises({ room }: CheckRoom): readonly Finding[] {
  return room.nodes.flatMap(({ paragraph }, index) => {
    if (!isHeading(paragraph) || !/số lượng/iu.test(paragraph.body) || !/khen thưởng/iu.test(paragraph.body)) {
      return [];
    }
    const after = room.nodes.slice(index + 1);
    const ends = after.findIndex((node) => node.paragraph.level > 0 && node.paragraph.level <= paragraph.level);
    const inside = after.slice(0, ends < 0 ? undefined : ends);
    const given = inside.some((node) => /số lượng|không quá \d|tối đa \d|\d+\s*(?:tập thể|cá nhân)/iu.test(node.paragraph.text));
    return given
      ? []
      : [
          finding(sourceOf(paragraph, 0), {
            code: 'promise-empty',
            severity: 'error',
            says: 'Đề mục nêu số lượng khen thưởng nhưng nội dung không quy định số lượng.',
          }),
        ];
  });
}

/** A movement's name written otherwise than its launch gives it; and a parent that launches another movement. */
function names({ room, names: own, fields, parent }: CheckRoom): readonly Finding[] {
  const ours = own.map(bare);
  const quoted = room.parts.all.flatMap((paragraph) =>
    [...paragraph.text.matchAll(/phong trào thi đua\s*[“"]([^“”"]{6,240})[”"]/giu)].map((match) => ({
      paragraph,
      match,
      name: flat(match[1] ?? ''),
    })),
  );
  const inParent = (parent?.room.text.match(/[“"][^“”"]{6,240}[”"]/gu) ?? []).map((words) => words.slice(1, -1));
  const known = [...KNOWN_MOVEMENTS.map((one) => one.name), ...inParent, ...own];
  const slips = quoted.flatMap(({ paragraph, match, name }) => {
    const meant = known.find((one) => core(one) === core(name));
    return meant === undefined || meant.toLowerCase() === name.toLowerCase()
      ? []
      : [
          finding(sourceOfMatch(paragraph, match), {
            code: 'name-differs',
            severity: 'note',
            says: `Tên phong trào viết khác: “${name}”; tên đầy đủ là “${meant}”.`,
            meant,
          }),
        ];
  });
  const asks = fields.some((field) => field.asked === 'parent-movement');
  const others = asks
    ? quoted.filter(({ match, name }) => !ours.includes(bare(name)) && /phát động/iu.test(before(match)) && core(name) !== '')
    : [];
  return [
    ...slips,
    ...others.map(({ paragraph, match, name }) =>
      finding(sourceOfMatch(paragraph, match), {
        code: 'parent-name-differs',
        severity: 'note',
        says: `Văn bản cấp trên phát động phong trào mang tên khác: “${name}”.`,
      }),
    ),
  ];
}

function before(match: RegExpExecArray): string {
  return match.input.slice(Math.max(0, match.index - 20), match.index);
}

/** A name without its 'và' and its commas. */
function core(name: string): string {
  return bare(name)
    .split(' ')
    .filter((word) => word !== 'và')
    .join(' ');
}
