import type { LocalDate } from '@thidua/kernel';
import { formatLocalDate } from '@thidua/kernel';
import { fp, newId } from '@thidua/runtime';
import type { PaperRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';

const TYPES: Readonly<Record<string, string>> = {
  'to-trinh': 'TTr',
  'to-trinh-huy-bo': 'TTr',
  'quyet-dinh': 'QĐ',
  'quyet-dinh-huy-bo': 'QĐ',
  'quyet-dinh-thu-hoi': 'QĐ',
  'quyet-dinh-dinh-chinh': 'QĐ',
  'quyet-dinh-huy-van-ban': 'QĐ',
  'thong-bao-cong-khai': 'TB',
  'thong-bao-tu-choi': 'TB',
  // An official letter has no type of its own: its symbol is the body's and the drafting office's.
  'cong-van-xin-y-kien': 'CV',
  'cong-van-xac-nhan': 'CV',
  'cong-van-dinh-chinh': 'CV',
  // Copies have a series of their own (NĐ 30/2020, art. 25-27).
  'ban-sao': 'SY',
  'bien-ban-hoi-dong': 'BB',
  'bien-ban-kiem-phieu': 'BB',
};

/** Councils number by a series of their own (law.md 11). */
const COUNCIL_SYMBOL = 'HĐTĐKT';
/** The office that drafts letters on awards. */
const LETTER_OFFICE = 'TĐKT';

export interface Numbering {
  readonly provinceId: string;
  readonly paper: PaperRecord;
  /** Post of the records clerk, or of whoever signed where no clerk is asked. */
  readonly takenBy: string;
  readonly today: LocalDate;
  readonly nowMs: number;
  /** A number given by another system, checked for its form. */
  readonly external?: { readonly number: string; readonly date: string };
}

/** Gives a signed paper its number, once and for ever: from our register, or from elsewhere and unique in it (decision 28). */
export async function takeNumber(deps: CaseworkDeps, tx: Tx, numbering: Numbering): Promise<string> {
  const { provinceId, paper, takenBy, nowMs, external } = numbering;
  const { numbers, papers, people } = deps.stores;
  const type = TYPES[paper.kind];
  // Symbol and seal are those of the day: a body without a seal (a thôn) has no register to take a number from.
  const org = await people.orgAsOf(provinceId, paper.orgId, formatLocalDate(numbering.today), tx);
  if (type === undefined || org === undefined) {
    throw new Refused('paper-state', { reason: 'takes-no-number', paperId: paper.id, kind: paper.kind });
  }
  if (!org.hasSeal) {
    throw new Refused('paper-state', { reason: 'no-seal', paperId: paper.id, orgId: org.id });
  }
  const suffix = type === 'CV' ? `${org.symbol}-${LETTER_OFFICE}` : `${type}-${type === 'BB' ? COUNCIL_SYMBOL : org.symbol}`;
  const date = external?.date ?? formatLocalDate(numbering.today);
  const of = { orgId: paper.orgId, documentType: type, year: Number(date.slice(0, 4)), suffix };
  const seriesId = await numbers.series(tx, provinceId, newId(deps.clock), of);
  const { n, text } =
    external === undefined
      ? await nextFree(deps, tx, { provinceId, seriesId, suffix })
      : { n: null, text: `${padded(external.number)}/${suffix}` };
  await numbers.register(tx, provinceId, { seriesId, n, text, date, paperId: paper.id, takenBy }, nowMs);
  fp('number.after-take');
  const shown = n ?? (Number.parseInt(external?.number ?? '', 10) || null);
  if (!(await papers.number(tx, provinceId, paper.id, { n: shown, text, date }))) {
    throw new Refused('paper-state', { paperId: paper.id, state: paper.state });
  }
  return text;
}

/** The next number of ours that was not typed in from elsewhere. */
async function nextFree(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, seriesId, suffix }: { readonly provinceId: string; readonly seriesId: string; readonly suffix: string },
): Promise<{ n: number; text: string }> {
  for (;;) {
    const n = await deps.stores.numbers.next(tx, provinceId, seriesId);
    const text = `${padded(String(n))}/${suffix}`;
    if (!(await deps.stores.numbers.isTaken(tx, provinceId, seriesId, text))) {
      return { n, text };
    }
  }
}

/** Numbers below ten are written with a zero. */
function padded(number: string): string {
  return /^\d$/.test(number) ? `0${number}` : number;
}
