import { compareDates, formatLocalDate, type LocalDate } from '@thidua/kernel';
import { awardName, awardOf } from './award-name';
import type { AuthorityRow, Level, Pack } from './pack';
import { rowsOn } from './rows';

/** A pack lets another position decide an award than the law it is based on does. */
export interface AuthorityDeparture {
  readonly award: string;
  /** YYYY-MM-DD: the first day on which the two differ. */
  readonly from: string;
  /** The row that lets somebody else decide; null when the pack only takes the power away. */
  readonly ruleId: string | null;
  /** The row departed from, or AU-00 when the base gives the award to nobody. */
  readonly baseRuleId: string;
  readonly baseCitation: string;
  /** Vietnamese, for screens and for the refusal. */
  readonly sentence: string;
}

/** Every award whose deciders differ between a pack and its base on some day from the pack's first day on; one line per award and row. */
export function authorityDepartures(base: Pack, pack: Pack): readonly AuthorityDeparture[] {
  const days = turningDays(base, pack);
  const awards = [...new Set([...base.authorities, ...pack.authorities].flatMap((row) => row.awards))];
  const seen = new Set<string>();
  return awards.flatMap((award) =>
    days.flatMap((day) => {
      const departure = departureOn(base, pack, award, day);
      const key = `${award}/${departure?.ruleId ?? ''}/${departure?.baseRuleId ?? ''}`;
      if (departure === undefined || seen.has(key)) {
        return [];
      }
      seen.add(key);
      return [departure];
    }),
  );
}

function departureOn(base: Pack, pack: Pack, award: string, day: LocalDate): AuthorityDeparture | undefined {
  const [lawful, mine] = [deciders(base, award, day), deciders(pack, award, day)];
  const stranger = mine.find((row) => !lawful.some((one) => samePosition(one, row)));
  const lost = lawful.find((row) => !mine.some((one) => samePosition(one, row)));
  if (stranger === undefined && (lost === undefined || awardOf(pack, award) === undefined)) {
    return undefined;
  }
  const departedFrom = (stranger === undefined ? lost : lawful.find((row) => row.id === stranger.id)) ?? lawful[0];
  const named = awardOf(pack, award) ?? awardOf(base, award);
  const name = named === undefined ? award : awardName(named);
  const says =
    departedFrom === undefined
      ? `${base.title} không giao cho ai quyết định (AU-00, căn cứ ${base.citation})`
      : `theo ${departedFrom.id}, căn cứ ${departedFrom.citation}, do ${positionName(departedFrom)} quyết định`;
  return {
    award,
    from: formatLocalDate(day),
    ruleId: stranger?.id ?? null,
    baseRuleId: departedFrom?.id ?? 'AU-00',
    baseCitation: departedFrom?.citation ?? base.citation,
    sentence:
      stranger === undefined
        ? `Gói không còn giao “${name}” cho người có thẩm quyền; ${says}.`
        : `Gói giao “${name}” cho ${positionName(stranger)} (${stranger.id}); ${says}.`,
  };
}

function deciders(pack: Pack, award: string, day: LocalDate): readonly AuthorityRow[] {
  return rowsOn(pack.authorities, day).filter((row) => row.awards.includes(award));
}

function samePosition(a: AuthorityRow, b: AuthorityRow): boolean {
  return a.level === b.level && a.role === b.role && [...a.orgKinds].toSorted().join() === [...b.orgKinds].toSorted().join();
}

/** Days on which either pack may change, none before the pack is used. */
function turningDays(base: Pack, pack: Pack): readonly LocalDate[] {
  const starts = [...base.authorities, ...pack.authorities].map((row) => row.effectiveFrom);
  const later = starts.filter((day) => compareDates(day, pack.receivedFrom) > 0);
  const unique = new Map([pack.receivedFrom, ...later].map((day) => [formatLocalDate(day), day]));
  return [...unique.values()].toSorted(compareDates);
}

const HEADS: Readonly<Record<Level, string>> = {
  UNIT: 'thủ trưởng cơ quan, đơn vị',
  XA: 'Chủ tịch UBND cấp xã',
  HUYEN: 'Chủ tịch UBND cấp huyện',
  TINH: 'Chủ tịch UBND cấp tỉnh',
  TTG: 'Thủ tướng Chính phủ',
  CTN: 'Chủ tịch nước',
};

/** Whom a row lets decide, in words. */
export function positionName({ level, role, orgKinds }: Pick<AuthorityRow, 'level' | 'role' | 'orgKinds'>): string {
  if (role === 'board-chair') {
    return 'Chủ tịch Hội đồng quản trị, Hội đồng thành viên';
  }
  if (level === 'UNIT' && orgKinds.length > 0 && !orgKinds.includes('agency')) {
    return 'giám đốc doanh nghiệp, hợp tác xã';
  }
  return HEADS[level];
}
