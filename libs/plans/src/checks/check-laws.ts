import { earliestDay, latestDay } from '../text/days';
import { finding, gathered, type Check, type CheckRoom, type Finding } from './finding';
import type { Citation } from '../citations/citation';
import type { Instrument } from '../known/instruments';

/** Validity is judged on the document's own day: out of force when it was issued is an error, out of force later a note. */
export const checkLaws: Check = (room) => {
  const { issuedOn } = room;
  return issuedOn === null ? [] : gathered(room.cited.flatMap((cited) => judged(cited, issuedOn, room)));
};

function judged(cited: Citation, issuedOn: string, { instruments }: CheckRoom): readonly Finding[] {
  const row = instruments.find((one) => (one.symbol === cited.symbol && one.from !== null) || one.symbol === cited.symbol);
  if (row === undefined) {
    return [];
  }
  if (row.to !== null && row.to < earliestDay(issuedOn)) {
    return [of(cited, row, 'law-lapsed', 'error', `đã hết hiệu lực khi ban hành (hết hiệu lực sau ngày ${vietnamese(row.to)})`)];
  }
  if (row.date !== null && row.date > latestDay(issuedOn)) {
    return [of(cited, row, 'law-not-yet', 'error', `ban hành ngày ${vietnamese(row.date)}, sau ngày của kế hoạch`)];
  }
  if (row.from !== null && row.from > latestDay(issuedOn)) {
    return [of(cited, row, 'law-not-yet', 'note', `chưa có hiệu lực khi ban hành (từ ngày ${vietnamese(row.from)})`)];
  }
  return row.to === null || row.replacedBy === null
    ? []
    : [of(cited, row, 'law-lapses', 'note', `hết hiệu lực sau ngày ban hành (sau ngày ${vietnamese(row.to)})`)];
}

function of(cited: Citation, row: Instrument, code: Finding['code'], severity: Finding['severity'], what: string): Finding {
  const instead = row.replacedBy === null ? '' : `; thay bằng ${row.replacedBy}`;
  const sample = row.confirmed ? '' : ' (dữ liệu mẫu, cần cơ quan xác nhận)';
  return finding(cited, {
    code,
    severity,
    says: `${cited.symbol} ${what}${instead}. Căn cứ: ${row.citation}${sample}.`,
    meant: row.replacedBy,
  });
}

export function vietnamese(day: string): string {
  return day.split('-').toReversed().join('/');
}
