import { isHeading, isUnder, type Node } from '../text/outline';
import type { Paragraph } from '../text/paragraphs';
import { withoutEnd } from '../text/words';

/** A body and the paragraphs that say what it does; the first of them names it. */
export interface OfficeBlock {
  readonly body: string;
  readonly kind: 'office' | 'front' | 'media' | 'villages' | 'enterprises' | 'units' | 'council';
  readonly heading: Paragraph;
  /** Where its own words end in the heading. */
  readonly nameEnd: number;
  readonly duties: readonly Paragraph[];
}

const SECTION = /tổ chức thực hiện|trách nhiệm|phân công/iu;
/** Sections on phases may stand beside those on duties under one heading; a section named for both counts as duties. */
const TIME = /^(?:Thời gian|Giai đoạn|Đợt)(?!.*trách nhiệm)/iu;
const NAMES_BODY =
  /^(?:Đề nghị\s+)?(?:các\s+)?(?:Phòng|Sở|Ban|[UỦ][yỷ] ban|UBND|UBMTTQ|Mặt trận|Trung tâm|Công chức|Đài|Hội đồng|Văn phòng|Thủ trưởng|cơ quan|doanh nghiệp|thôn|làng|bản|ấp|tổ dân phố|khu dân cư|cơ sở thôn|ban,? ngành|đơn vị|trường|Công an|Trạm|cụm)(?!\p{L})/iu;
const DEED =
  /\s+(?=(?:đẩy mạnh|chủ động|tham mưu|tổ chức(?=\s)(?!\s+(?:chính trị|xã hội|đoàn thể|liên quan|có liên))|phối hợp|vận động|căn cứ|là (?:cơ quan|đầu mối|đơn vị)|chịu trách nhiệm|có trách nhiệm|mở|tuyên truyền|bảo đảm|đảm bảo|ban hành|xây dựng|phân công|bình xét|bổ sung|chủ trì|báo cáo|thực hiện|hướng dẫn|theo dõi|đôn đốc|trình|cân đối|bố trí)(?!\p{L}))/iu;

export function officeBlocks(nodes: readonly Node[]): readonly OfficeBlock[] {
  const blocks: OfficeBlock[] = [];
  for (const node of nodes.filter((one) => isInSection(one) && !isUnder(one, TIME))) {
    const { paragraph } = node;
    const named = paragraph.level === 1 ? null : nameOf(paragraph);
    const last = blocks.at(-1);
    if (named !== null && !isInside(paragraph, last)) {
      blocks.push({ ...named, heading: paragraph, duties: [paragraph] });
    } else if (last !== undefined && paragraph.level !== 1 && !SECTION.test(paragraph.body.slice(0, 30))) {
      blocks[blocks.length - 1] = { ...last, duties: [...last.duties, paragraph] };
    }
  }
  return blocks.filter(
    (block, index) =>
      blocks.findIndex((other) => other.body === block.body && other.duties.length >= block.duties.length) === index ||
      block.duties.length > 1,
  );
}

/** Under a section or a numbered heading on duties; a sentence that speaks of 'trách nhiệm' opens none. */
function isInSection({ heads }: Node): boolean {
  return heads.some((head) => head.level <= 3 && isHeading(head) && head.body.length < 90 && SECTION.test(head.body));
}

/** A deeper paragraph is a duty of the block above it, whatever word it begins with. */
function isInside(paragraph: Paragraph, block: OfficeBlock | undefined): boolean {
  return block !== undefined && block.heading.level > 0 && (paragraph.level === 0 || paragraph.level > block.heading.level);
}

function nameOf(paragraph: Paragraph): Pick<OfficeBlock, 'body' | 'kind' | 'nameEnd'> | null {
  if (!NAMES_BODY.test(paragraph.body)) {
    return null;
  }
  const asked = /^Đề nghị\s+/iu.exec(paragraph.body)?.[0].length ?? 0;
  const words = paragraph.body.slice(asked);
  const ends = [words.search(DEED), words.search(/:/u)].filter((at) => at > 0);
  const end = Math.min(words.length, ...ends);
  const printed = words.slice(0, end).replace(/\s*\([^)]{0,300}thường trực[^)]{0,300}\)/iu, '');
  const body = withoutEnd(printed);
  return body.length > 160 ? null : { body, kind: kindOf(body), nameEnd: paragraph.bodyAt + asked + end };
}

function kindOf(body: string): OfficeBlock['kind'] {
  if (/^(?:[UỦ][yỷ] ban )?(?:Mặt trận|UBMTTQ)/iu.test(body)) {
    return 'front';
  }
  if (/^(?:các )?(?:cơ sở )?(?:thôn|làng|bản|ấp|tổ dân phố|khu dân cư)/iu.test(body)) {
    return 'villages';
  }
  if (/^(?:các )?doanh nghiệp/iu.test(body)) {
    return 'enterprises';
  }
  if (/thông tấn|báo chí|Đài |Đài$|Tuyên giáo|truyền thanh|Trung tâm (?:Dịch vụ|Văn h[oó][aá]|Truyền thông|Thông tin)/iu.test(body)) {
    return 'media';
  }
  if (/^Hội đồng Thi đua/iu.test(body)) {
    return 'council';
  }
  return /^(?:Thủ trưởng|(?:các )?(?:cơ quan|đơn vị|ban,? ngành|phòng,|trường|tổ chức))/iu.test(body) ? 'units' : 'office';
}
