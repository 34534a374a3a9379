/** One content that law has a paper hold: a need of a pack's paper row with the row's citation. */
export interface MandatoryContent {
  /** 'legal-basis', 'proposal', 'opinions', 'appraisal', 'public-notice-result'; others are no matter of the text and pass. */
  readonly need: string;
  /** 'khoản 11 Điều 33 Nghị định số 152/2025/NĐ-CP'. */
  readonly citation: string;
}

/** Fields of a paper in which a content may stand; all are lists of sentences or one. */
interface Need {
  /** 'ý kiến thẩm định'. */
  readonly says: string;
  /** Point of the article. */
  readonly point: string;
  /** What must be there and be printed; [] when the data have none of it. */
  readonly of: (data: Readonly<Record<string, unknown>>) => readonly string[];
  /** Words that it must speak of. */
  readonly about?: readonly string[];
}

/** law.md 7.4 (NĐ 152/2025/NĐ-CP 33.11) and what minutes owe to T-01. */
const NEEDS: Readonly<Record<string, Need>> = {
  'legal-basis': { says: 'căn cứ pháp lý', point: '.a', of: (data) => textsOf(data['grounds']) },
  proposal: { says: 'nội dung, hình thức khen thưởng và thành tích đề nghị', point: '.b', of: proposalOf },
  opinions: { says: 'ý kiến của các cơ quan được lấy ý kiến', point: '.c', of: (data) => textsOf(data['opinions']) },
  appraisal: {
    says: 'ý kiến thẩm định',
    point: '.d',
    of: (data) => textsOf(data['appraisal']),
    about: ['đối tượng', 'điều kiện', 'tiêu chuẩn', 'hồ sơ', 'thủ tục'],
  },
  'public-notice-result': { says: 'kết quả công khai và xử lý ý kiến', point: '', of: (data) => textsOf(data['publication']) },
};

/**
 * What a paper lacks of what law has it hold: 'Thiếu ý kiến thẩm định (Điều 33.11.d).' Looks both into the data it was made of and into
 * the finished text (pages parted by '\f'), so that neither a gap in the file nor a template without the section passes.
 */
export function contentsLint(
  data: Readonly<Record<string, unknown>>,
  text: string,
  mandatory: readonly MandatoryContent[],
): readonly string[] {
  const printed = bare(text.replace(/(^|\f)\d+\n/g, '$1'));
  return mandatory.flatMap(({ need, citation }) => {
    const known = Object.hasOwn(NEEDS, need) ? NEEDS[need] : undefined;
    if (known === undefined) {
      return [];
    }
    const article = `${articleOf(citation)}${known.point}`;
    const wanted = known.of(data);
    if (wanted.length === 0 || wanted.some((words) => !printed.includes(bare(words)))) {
      return [`Thiếu ${known.says} (${article}).`];
    }
    const unsaid = (known.about ?? []).filter((word) => !wanted.join(' ').toLocaleLowerCase('vi').includes(word));
    return unsaid.length === 0 ? [] : [`${capital(known.says)} chưa nói về ${unsaid.join(', ')} (${article}).`];
  });
}

/** Every nominee with award and achievement; one without either empties the whole. */
function proposalOf(data: Readonly<Record<string, unknown>>): readonly string[] {
  const rows = Array.isArray(data['rows']) ? (data['rows'] as readonly Readonly<Record<string, unknown>>[]) : [];
  const texts = rows.map((row) => [...textsOf(row['award']), ...textsOf(row['achievement'])]);
  return texts.every((row) => row.length === 2) ? texts.flat() : [];
}

function textsOf(value: unknown): readonly string[] {
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return texts.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
}

function bare(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

/** 'khoản 11 Điều 33 Nghị định …' → 'Điều 33.11'; other citations as they are. */
function articleOf(citation: string): string {
  const found = /khoản (\d+) Điều (\d+)/u.exec(citation);
  return found === null ? citation : `Điều ${found[2] ?? ''}.${found[1] ?? ''}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}
