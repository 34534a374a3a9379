import type { LocalDate } from '@thidua/kernel';
import { unconfirmedRows, type Pack } from '@thidua/awards';
import type { Frame, Signature } from '@thidua/documents';
import type { OrgFacts } from '@thidua/store';

export interface FrameOrder {
  readonly org: OrgFacts;
  /** 'TTr', 'QĐ', 'TB', or '' for a paper without number line. */
  readonly type: string;
  readonly signature: Signature;
  readonly recipients?: readonly string[];
  /** Rows of the pack the paper rests on. */
  readonly rests?: readonly string[];
  readonly pack: Pack;
  readonly simulated: boolean;
  /** A row is marked as it stands this day. */
  readonly today: LocalDate;
  /** Known date of a paper that takes no number. */
  readonly date?: string;
}

/** Head and foot of a paper of an organisation; a unit's head has its upper body on the first line. */
export function frameOf(order: FrameOrder): Frame {
  const { org, pack } = order;
  const [first = '', ...rest] = org.headBody.split('\n');
  const twoBodies = org.kind === 'unit' && rest.length > 0;
  return {
    parentBody: twoBodies ? first : null,
    body: twoBodies ? rest.join('\n') : org.headBody,
    number: null,
    symbol: order.type === '' ? '' : `${order.type}-${org.symbol}`,
    place: org.place,
    date: order.date ?? null,
    signature: order.signature,
    recipients: order.recipients ?? [],
    unconfirmedRows: unconfirmedRows(pack, order.rests ?? [], order.today).map((row) => row.id),
    simulated: order.simulated,
    ...(pack.simulated ? { stamp: 'MÔ PHỎNG' } : {}),
  };
}

export const NO_SIGNATURE: Signature = { lines: [], name: '' };

/** The date of a paper this one goes with, once that has its number. */
export function dated(day: string | null | undefined): { readonly date?: string } {
  return day === null || day === undefined ? {} : { date: day };
}
