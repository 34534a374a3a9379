import {
  positionName,
  type AuthorityRow,
  type BallotRow,
  type CoefficientRow,
  type CouncilRow,
  type LimitRow,
  type ListedRow,
  type Pack,
  type PackRow,
} from '@thidua/awards';
import type { Fraction } from '@thidua/kernel';
import { LEVEL_WORDS } from '../law/level-words';

const UNITS = { 'working-day': 'ngày làm việc', day: 'ngày', month: 'tháng' } as const;
const BODIES = { none: 'không qua hội đồng', standing: 'thường trực hội đồng', full: 'toàn thể hội đồng' } as const;
const KINDS: Readonly<Record<string, string>> = { individual: 'cá nhân', collective: 'tập thể', household: 'hộ gia đình' };
const STARTS = { received: 'từ ngày nhận', complete: 'từ ngày đủ hồ sơ', event: 'từ sự kiện' } as const;

const SUPPLEMENT = { restart: 'bổ sung thì tính lại từ đầu', pause: 'chờ bổ sung thì tạm dừng', none: '' } as const;

/** What a row says, for lists: its own sentence where it has one, else its values in words. */
export function rowText(pack: Pack, { list, row }: ListedRow): string {
  switch (list) {
    case 'awards':
      return (
        pack.awards
          .find((one) => one === row)
          ?.names.map((name) => name.full)
          .join('; ') ?? ''
      );
    case 'authorities':
      return authorityText(row as AuthorityRow); // the list it stands in says what it is
    case 'ballots':
      return `${ballotTerms(row as BallotRow)}; ${(row as BallotRow).levels.map((level) => LEVEL_WORDS[level]).join(', ')}`;
    case 'councils':
      return councilText(row as CouncilRow);
    case 'limits':
      return limitText(row as LimitRow);
    case 'baseSalaries':
      return pack.baseSalaries.flatMap((one) => (one === row ? [`${dong(one.amount)}/tháng`] : [])).join();
    case 'coefficients':
      return coefficientText(row as CoefficientRow);
    case 'rounding':
      return pack.rounding.flatMap((one) => (one === row ? [`Làm tròn lên ${dong(one.step)}, ${ORDER[one.order]}`] : [])).join();
    default:
      return sentenceOf(row);
  }
}

const ORDER = { multiplyFirst: 'nhân trước, làm tròn sau', roundFirst: 'làm tròn trước, nhân sau' } as const;

function sentenceOf(row: PackRow): string {
  return 'text' in row && typeof row.text === 'string' ? row.text : '';
}

function authorityText(row: AuthorityRow): string {
  const name = positionName(row);
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)} quyết định`;
}

/** 'Đồng ý từ 80% tính trên tổng số thành viên hội đồng; bỏ phiếu kín'. */
export function ballotTerms({ threshold, base, secret }: BallotRow): string {
  const share = threshold.kind === 'majority' ? 'quá bán' : `từ ${percent(threshold.share)}`;
  const of = base === 'all-members' ? 'tổng số thành viên hội đồng' : 'tổng số thành viên thường trực';
  return `Đồng ý ${share} tính trên ${of}; ${secret ? 'bỏ phiếu kín' : 'biểu quyết công khai'}`;
}

function limitText(row: LimitRow): string {
  return row.kind === 'by-date' && row.fixedDay === null ? row.text : `${row.text} (${limitTerms(row, false)})`;
}

export function councilText({ body }: CouncilRow): string {
  return BODIES[body];
}

/** 'trong 20 ngày làm việc, từ ngày đủ hồ sơ; bổ sung thì tính lại từ đầu'. */
export function limitTerms({ kind, amount, fixedDay, startsAt, onSupplement, onOpinion }: LimitRow, whole = true): string {
  if (kind === 'by-date') {
    return fixedDay === null
      ? 'ngày do cơ quan có thẩm quyền thông báo'
      : `chậm nhất ${fixedDay.day}/${fixedDay.month}${fixedDay.yearOffset > 0 ? ' năm sau' : ''}`;
  }
  const what = { within: 'trong', 'at-least': 'ít nhất', 'look-back': 'không quá' }[kind];
  const terms = `${what} ${amount.value} ${UNITS[amount.unit]}, ${STARTS[startsAt]}`;
  const stops = [SUPPLEMENT[onSupplement], onOpinion === 'pause' ? 'chờ ý kiến thì tạm dừng' : ''].filter((one) => one !== '');
  return whole ? [terms, ...stops].join('; ') : terms;
}

function coefficientText({ base, factors }: CoefficientRow): string {
  const parts = Object.entries(factors).map(([kind, factor]) => `${KINDS[kind] ?? kind} ${decimal(base, factor)}`);
  return `× lương cơ sở: ${parts.join(', ')}`;
}

function decimal(base: Fraction, factor: Fraction): string {
  const value = (base.numerator * factor.numerator) / (base.denominator * factor.denominator);
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 }).format(value);
}

function percent({ numerator, denominator }: Fraction): string {
  return new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 2 }).format(numerator / denominator);
}

function dong(amount: number): string {
  return `${new Intl.NumberFormat('vi-VN').format(amount)} đồng`;
}
