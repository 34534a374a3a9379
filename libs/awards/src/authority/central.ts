import type { AuthorityRow } from '../pack/pack';

/** Who decides at the centre: the Prime Minister, the President (L2022 Điều 77, 78). */
export type CentralLevel = 'TTG' | 'CTN';

export function isCentral(level: string | undefined): level is CentralLevel {
  return level === 'TTG' || level === 'CTN';
}

/** Of the rows in force, the one by which the centre gives an award (AU-08, AU-09). */
export function centralRow(rules: readonly AuthorityRow[], award: string): (AuthorityRow & { readonly level: CentralLevel }) | undefined {
  return rules.find((rule): rule is AuthorityRow & { level: CentralLevel } => rule.awards.includes(award) && isCentral(rule.level));
}

/** Symbols of the deciders' decisions: number, kind, issuer in short (NĐ 30/2020 Phụ lục III). */
const SYMBOLS: Readonly<Record<CentralLevel, RegExp>> = { TTG: /^\S+\/QĐ-TTg$/u, CTN: /^\S+\/QĐ-CTN$/u };

/** Whether a decision's number and symbol are that decider's. */
export function isSymbolOf(level: CentralLevel, numberText: string): boolean {
  return SYMBOLS[level].test(numberText);
}
