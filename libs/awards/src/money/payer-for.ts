import type { LocalDate } from '@thidua/kernel';
import type { FundPayer, Level, Pack } from '../pack/pack';
import { rowsOn } from '../pack/rows';

export interface Payer {
  readonly payer: FundPayer;
  readonly ruleId: string;
  readonly citation: string;
  readonly confirmed: boolean;
}

/** Who pays for an award decided at a level (law.md M-06): the pack's row, the one that names the award before the one that is for all. */
export function payerFor(
  pack: Pack,
  { award, level, date }: { readonly award: string; readonly level: Level; readonly date: LocalDate },
): Payer {
  const rows = rowsOn(pack.funds, date).filter((row) => row.levels.includes(level));
  const row = rows.find((one) => one.awards.includes(award)) ?? rows.find((one) => one.awards.length === 0);
  return row === undefined
    ? { payer: 'decider', ruleId: 'M-06', citation: pack.citation, confirmed: false }
    : { payer: row.payer, ruleId: row.id, citation: row.citation, confirmed: row.confirmed };
}
