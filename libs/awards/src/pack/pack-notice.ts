import { dayNumber, type LocalDate } from '@thidua/kernel';
import type { Pack } from './pack';
import { vietnameseDate } from './pack-in-force';
import { unconfirmedRows } from './rows';

/** The mark on screens and papers that rest on unconfirmed rows. */
export const UNCONFIRMED_TEXT = 'Dữ liệu mẫu, cần cơ quan xác nhận';

const LAPSE_WARNING_DAYS = 180;

export interface PackNotice {
  readonly packId: string;
  /** The pack as a whole is unconfirmed (its law has not been read). */
  readonly unconfirmed: boolean;
  readonly unconfirmedRows: readonly string[];
  /** Within 180 days of the day the decree lapses; negative days when it has lapsed. */
  readonly lapse: { readonly on: LocalDate; readonly daysLeft: number } | null;
  /** Vietnamese sentences for the banner, most serious first; empty when all is well. */
  readonly texts: readonly string[];
}

/** What people must be told about a pack on a day. */
export function packNotice(pack: Pack, date: LocalDate): PackNotice {
  const lapse = lapseOf(pack, date);
  const texts: string[] = [];
  if (!pack.confirmed) {
    texts.push(`${UNCONFIRMED_TEXT}: ${pack.title}.`);
  }
  if (lapse !== null) {
    const day = vietnameseDate(lapse.on);
    texts.push(lapse.daysLeft > 0 ? `Quy định hết hiệu lực ${day} (còn ${lapse.daysLeft} ngày).` : `Quy định đã hết hiệu lực từ ${day}.`);
  }
  return {
    packId: pack.id,
    unconfirmed: !pack.confirmed,
    unconfirmedRows: [...new Set(unconfirmedRows(pack).map((row) => row.id))],
    lapse,
    texts,
  };
}

function lapseOf(pack: Pack, date: LocalDate): PackNotice['lapse'] {
  if (pack.lapsesOn === null) {
    return null;
  }
  const daysLeft = dayNumber(pack.lapsesOn) - dayNumber(date);
  return daysLeft <= LAPSE_WARNING_DAYS ? { on: pack.lapsesOn, daysLeft } : null;
}
