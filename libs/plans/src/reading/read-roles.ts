import type { PlanSource } from '@thidua/awards';
import type { AnyField } from '../plan-field';
import { sourceOf, sourceOfMatch, sourceOfPiece, type Paragraph } from '../text/paragraphs';
import { clausesOf, sentencesOf, type Piece } from '../text/sentences';
import { capitalised, withoutEnd } from '../text/words';
import { officeBlocks, type OfficeBlock } from './office-blocks';
import { field, type PlanRoom } from './plan-room';
import { firstMatch } from './read-launch';
import { officeName } from './read-reports';

const STANDING = /cơ quan thường trực|đầu mối thường trực|đơn vị thường trực|\(cơ quan thường trực/iu;
const RUNS = /đôn đốc|theo dõi|kiểm tra việc|(?:tham mưu|chủ trì)[^.;]{0,300}tổ chức, triển khai thực hiện kế hoạch/iu;
const NOMINATES = /(?:xét chọn|lựa chọn|đề nghị|đề xuất|tham mưu|trình)[^.;]{0,300}khen thưởng/iu;
const MONEY = /kinh phí|ngân sách|nguồn vốn/iu;
const PUBLISHES = /chuyên trang|chuyên mục|loa (?:phát thanh|truyền thanh)/iu;
const SCORES = /tiêu chí chấm điểm|chấm điểm/iu;
const INDICATORS = /bộ chỉ số|bộ tiêu chí đánh giá/iu;
const CONTEST = /cuộc thi\s+[“"]/iu;
const GUIDANCE = /(?:xây dựng|ban hành) hướng dẫn khen thưởng/iu;
const TEAM =
  /(?:giao\s+)?((?:cơ quan thường trực )?Hội đồng thi đua\s*[-–]?\s*khen thưởng\s+\p{L}+|Phòng [^,.;]+?|Sở [^,.;]+?)\s+(?:tham mưu\s+)?(?:tổ chức|thành lập)\s+(?:các\s+)?đoàn kiểm tra/iu;

/** Who does what: bodies named in the last sections, by what they are and by what they are told to do. */
export function readRoles(room: PlanRoom): readonly AnyField[] {
  const blocks = officeBlocks(room.nodes);
  const found = [...blocks.flatMap(rolesOf), ...inspection(room, blocks), ...unnumberedUnits(room, blocks)];
  return found
    .filter((one, index) => found.findIndex((other) => other.role === one.role && other.body === one.body) === index)
    .map(({ role, body, source }) => field('role', { role, body }, source));
}

interface Found {
  readonly role: string;
  readonly body: string;
  readonly source: PlanSource;
}

function rolesOf(block: OfficeBlock): readonly Found[] {
  const name = officeName(block.body);
  const heading = sourceOf(block.heading, block.heading.bodyAt, block.nameEnd);
  const at = (role: string, duty: Duty | null, body = name): readonly Found[] =>
    duty === null ? [] : [{ role, body, source: sourceOfPiece(duty.paragraph, duty.piece) }];
  const named = (role: string): readonly Found[] => [{ role, body: name, source: heading }];
  switch (block.kind) {
    case 'front':
      return named('front');
    case 'villages':
      return [...named('villages'), ...at('nominator', dutyOf(block, NOMINATES, clausesOf))];
    case 'enterprises':
      return named('enterprises');
    case 'units':
      return named('units');
    case 'media':
      return named('communication');
    case 'council':
      return scoring(block, name);
    case 'office':
      return [
        ...(isStanding(block) ? named('standing-office') : []),
        ...at('nominator', dutyOf(block, NOMINATES, clausesOf)),
        ...at('budget', dutyOf(block, /kinh phí/iu, sentencesOf) ?? dutyOf(block, MONEY, sentencesOf)),
        ...at('communication', dutyOf(block, PUBLISHES, sentencesOf)),
        ...at('indicators', dutyOf(block, INDICATORS, sentencesOf)),
        ...at('contest', dutyOf(block, CONTEST, sentencesOf)),
        ...at('guidance', dutyOf(block, GUIDANCE, sentencesOf)),
        ...scoring(block, name),
      ];
  }
}

interface Duty {
  readonly paragraph: Paragraph;
  readonly piece: Piece;
}

function dutyOf(block: OfficeBlock, pattern: RegExp, pieces: (text: string) => readonly Piece[]): Duty | null {
  for (const paragraph of block.duties) {
    const piece = pieces(paragraph.text).find((one) => pattern.test(one.text));
    if (piece !== undefined) {
      return { paragraph, piece };
    }
  }
  return null;
}

/** Said to be it, or told to watch over the others; who only pays is not. */
function isStanding(block: OfficeBlock): boolean {
  return block.duties.some(
    (duty) => STANDING.test(duty.text) || clausesOf(duty.text).some((clause) => RUNS.test(clause.text) && !MONEY.test(clause.text)),
  );
}

/** 'Các cụm, khối thi đua bổ sung kết quả … tiêu chí chấm điểm': a sentence may name its own body. */
function scoring(block: OfficeBlock, name: string): readonly Found[] {
  const duty = dutyOf(block, SCORES, sentencesOf);
  if (duty === null) {
    return [];
  }
  const own = /^\s*(các cụm,? (?:và )?khối thi đua)/iu.exec(duty.piece.text)?.[1];
  const source = sourceOfPiece(duty.paragraph, duty.piece);
  return [{ role: 'scoring', body: own === undefined ? name : capitalised(own), source }];
}

/** 'đoàn kiểm tra' wherever it stands; else the offices that are told to check the work of the others. */
function inspection(room: PlanRoom, blocks: readonly OfficeBlock[]): readonly Found[] {
  const [paragraph, match] = firstMatch(room.parts.body, TEAM);
  if (paragraph !== undefined && match[1] !== undefined) {
    return [{ role: 'inspection', body: capitalised(withoutEnd(match[1])), source: sourceOfMatch(paragraph, match) }];
  }
  const offices = blocks.filter((block) => block.kind === 'office' || block.kind === 'council');
  const teams = offices.flatMap((block) => inspects(block, /đoàn kiểm tra/iu));
  return teams.length > 0 ? teams : offices.flatMap((block) => inspects(block, /kiểm tra(?!,? (?:giám sát )?để)/iu));
}

function inspects(block: OfficeBlock, pattern: RegExp): readonly Found[] {
  const duty = dutyOf(block, pattern, clausesOf);
  return duty === null ? [] : [{ role: 'inspection', body: officeName(block.body), source: sourceOfPiece(duty.paragraph, duty.piece) }];
}

/** 'Các cơ quan, đơn vị căn cứ Kế hoạch này …' as plain text where no block names the units. */
function unnumberedUnits(room: PlanRoom, blocks: readonly OfficeBlock[]): readonly Found[] {
  if (blocks.some((block) => block.kind === 'units')) {
    return [];
  }
  const [paragraph, match] = firstMatch(room.parts.body, /^(Các cơ quan, đơn vị[^.;]{0,40}?)\s+căn cứ/u);
  return paragraph === undefined || match[1] === undefined
    ? []
    : [{ role: 'units', body: match[1], source: sourceOfMatch(paragraph, match) }];
}
