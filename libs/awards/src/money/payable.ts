/** One award of one subject with the money that belongs to it. */
export interface RewardItem {
  readonly id: string;
  readonly kind: 'title' | 'form';
  /** đồng. */
  readonly amount: number;
  /** The counted period, '2025' or '2024-01-01/2025-12-31': the same text = the same period. */
  readonly period: string;
  /** Hash of the achievement it was given for. */
  readonly achievement: string;
  /** Committed or paid already: it is not taken back here. */
  readonly settled: boolean;
}

export type PayReason =
  | 'paid'
  /** A higher title of the same counted period is paid (ND152 art. 49.5). */
  | 'higher-title-same-period'
  /** A form for the same time and the same achievement is paid (art. 49.6, turned round). */
  | 'form-same-achievement'
  /** Paid, but a lower one of the same group was settled before: somebody has to look. */
  | 'paid-beside-settled';

export interface Payable {
  readonly id: string;
  readonly ruleId: 'M-05';
  /** đồng to be paid for it now; 0 when it is not paid. */
  readonly amount: number;
  readonly pays: boolean;
  readonly reason: PayReason;
  /** The award it gives way to, or stands beside. */
  readonly because: string | null;
}

/**
 * What is paid of the awards one subject receives together (law.md M-05): of several titles of one counted period only the highest, different
 * periods each; several forms each unless they are for the same time and the same achievement; a title and a form both.
 */
export function payable(items: readonly RewardItem[]): readonly Payable[] {
  return items.map((item) => {
    const rivals = items.filter((other) => other !== item && groupOf(other) === groupOf(item));
    const winner = rivals.find((other) => winsOver(other, item, items));
    if (winner !== undefined && !item.settled) {
      const reason = item.kind === 'title' ? 'higher-title-same-period' : 'form-same-achievement';
      return { id: item.id, ruleId: 'M-05', amount: 0, pays: false, reason, because: winner.id };
    }
    const beside = item.settled ? undefined : rivals.find((other) => other.settled);
    return {
      id: item.id,
      ruleId: 'M-05',
      amount: item.amount,
      pays: true,
      reason: beside === undefined ? 'paid' : 'paid-beside-settled',
      because: beside?.id ?? null,
    };
  });
}

function groupOf({ kind, period, achievement }: RewardItem): string {
  return kind === 'title' ? `title ${period}` : `form ${period} ${achievement}`;
}

/** Of equal amounts the one that is settled, then the one that stands first. */
function winsOver(other: RewardItem, item: RewardItem, items: readonly RewardItem[]): boolean {
  if (other.amount !== item.amount) {
    return other.amount > item.amount;
  }
  return other.settled === item.settled ? items.indexOf(other) < items.indexOf(item) : other.settled;
}
