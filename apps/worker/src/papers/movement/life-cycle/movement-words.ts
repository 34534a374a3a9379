import type { Movement } from '@thidua/awards';
import type { DocumentRef, Signature } from '@thidua/documents';
import { parseLocalDate } from '@thidua/kernel';
import type { OrgFacts } from '@thidua/store';
import { formalName, headTitleOf } from '../../words';
import type { MovementScene } from '../movement-scene';

/** Until this day communes had officers for each field, since then offices (two tiers of local government). */
const OFFICES_SINCE = '2025-07-01';
const GOVERNMENTS = ['province', 'commune', 'district'];

/** TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH; the head alone elsewhere. A deputy's KT. is set when he signs. */
export function issuerSignature(scene: MovementScene, org: OrgFacts = scene.org): Signature {
  if (GOVERNMENTS.includes(org.kind)) {
    return { lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: scene.holder(org.id, 'chair').name };
  }
  if (org.kind === 'department') {
    return { lines: ['GIÁM ĐỐC'], name: scene.holder(org.id, 'director').name };
  }
  const { name, title } = scene.holder(org.id, 'head');
  const head = headTitleOf(title).toLocaleUpperCase('vi');
  return { lines: org.kind === 'front' ? ['TM. BAN THƯỜNG TRỰC', head] : [head], name };
}

/** Who prepares for the body: Sở Nội vụ, Phòng Văn hóa - Xã hội; a commune's officer before there were offices. */
export function standingWords({ org, movement, today }: MovementScene): string {
  const named = movement.roles.find((role) => role.role === 'standing-office');
  if (named !== undefined) {
    return named.body;
  }
  switch (org.kind) {
    case 'province':
    case 'department':
      return 'Sở Nội vụ';
    case 'district':
      return 'Phòng Nội vụ';
    case 'commune':
      return dayText(today) < OFFICES_SINCE ? 'công chức Văn hóa - xã hội' : 'Phòng Văn hóa - Xã hội';
    default:
      return formalName(org);
  }
}

function dayText({ year, month, day }: MovementScene['today']): string {
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** The file it is kept with: 'Lưu: VT, VHXH'. */
export function keptWith({ org }: Pick<MovementScene, 'org'>): string {
  const office: Readonly<Partial<Record<string, string>>> = { province: 'SNV', district: 'NV', commune: 'VHXH', department: 'TĐKT' };
  return ['Lưu: VT', office[org.kind]].filter((part) => part !== undefined).join(', ');
}

/** The plan in force as other papers name it; without number and day where it bears none. */
export function planRef({ movement, carriedOutBy }: Pick<MovementScene, 'movement' | 'carriedOutBy'>): DocumentRef {
  const { number, date } = movement.plan;
  const [first = '', ...rest] = (number ?? '').split('/');
  return {
    name: 'Kế hoạch',
    number: number === null ? null : first,
    symbol: number === null ? `KH-${carriedOutBy.symbol}` : rest.join('/'),
    // A plan may give its month alone.
    date: date === null || parseLocalDate(date) === undefined ? null : date,
    body: formalName(carriedOutBy),
  };
}

/** 'Thực hiện Kế hoạch số 150/KH-UBND ngày 16 tháng 6 năm 2025 của Ủy ban nhân dân thành phố Hải Phòng'. */
export function parentGrounds({ parents }: Movement): readonly string[] {
  return parents.map(({ symbol, date, issuer }) => {
    const [year = '', month = '', day = ''] = date.split('-');
    const on = day === '' ? '' : ` ngày ${day} tháng ${withZero(month)} năm ${year}`;
    return `Thực hiện ${documentWord(symbol)} số ${symbol}${on} của ${issuer}`;
  });
}

/** Months 1 and 2 bear a zero, others none (NĐ 30/2020, Annex I). */
function withZero(month: string): string {
  return Number(month) < 3 ? month.padStart(2, '0') : String(Number(month));
}

const DOCUMENT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(^|[-/])KH/u, 'Kế hoạch'],
  [/(^|[-/])QĐ/u, 'Quyết định'],
  [/(^|[-/])NQ/u, 'Nghị quyết'],
  [/(^|[-/])CTr/u, 'Chương trình'],
  [/(^|[-/])CT/u, 'Chỉ thị'],
  [/(^|[-/])HD/u, 'Hướng dẫn'],
];

function documentWord(symbol: string): string {
  return DOCUMENT_WORDS.find(([pattern]) => pattern.test(symbol))?.[1] ?? 'Công văn';
}
