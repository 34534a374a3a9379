import { narrowerDecision, planOccasion, planTitle, type MenuItem, type Movement } from '@thidua/awards';
import type { DossierOccasion } from '@thidua/store';
import type { ChainAsk } from './chain-ask';

export interface Unsettled {
  readonly reason: 'choice-open' | 'movement-launcher';
  /** The law's row; '' where only the plan's words are open. */
  readonly id: string;
  /** The plan's line, and the law's place where it speaks against it. */
  readonly citation: string;
}

/**
 * Why an award on the plan's menu may not be proposed yet, or not under this movement of the chain: the plan names no level, or the law gives
 * it to nobody under this launcher and length. What a person kept in knowledge of the law goes on to the appraisal.
 */
export function settledVerdict({ standing, link, fit }: ChainAsk, occasion: DossierOccasion, award: string): Unsettled | undefined {
  const { read, printed, decisions, links } = standing;
  const wanted = occasion === 'unspecified' ? occasion : planOccasion(occasion);
  const item = itemsOf(read, occasion).find((one) => one.award === award);
  if (wanted === undefined || item === undefined) {
    return undefined;
  }
  if (item.basis === 'level-open') {
    return { reason: 'choice-open', id: '', citation: lineOf(read, [item]) };
  }
  const law = fit(award, occasion);
  if (law.fits || item.basis === 'own-authority') {
    return undefined;
  }
  const decision =
    narrowerDecision(printed, decisions, { award, occasion: wanted }) ??
    narrowerDecision(printed, decisions, { award, occasion: 'unspecified' });
  if (decision?.picked.includes('keep') === true) {
    return undefined;
  }
  const citation = `${law.citation}: ${law.text} ${lineOf(read, [item])}`;
  const own = link.id === links[0]?.id;
  return { reason: decision === undefined && own ? 'choice-open' : 'movement-launcher', id: law.ruleId, citation };
}

/** 'Kế hoạch 56/KH-UBND…, dòng 188–192: “Bằng khen”; “Giấy khen”': the plan with every line of its list for the occasion. */
export function citedPlan(movement: Movement, occasion: DossierOccasion): string {
  return lineOf(movement, itemsOf(movement, occasion));
}

function itemsOf({ menus }: Movement, occasion: DossierOccasion): readonly MenuItem[] {
  const wanted = occasion === 'unspecified' ? occasion : planOccasion(occasion);
  return menus.filter((menu) => wanted !== undefined && menu.occasions.includes(wanted)).flatMap((menu) => menu.items);
}

function lineOf(movement: Movement, items: readonly MenuItem[]): string {
  const title = planTitle(movement);
  if (items.length === 0) {
    return title;
  }
  const from = Math.min(...items.map((item) => item.line.from));
  const to = Math.max(...items.map((item) => item.line.to));
  const quotes = [...new Set(items.map((item) => `“${item.quote}”`))].join('; ');
  return `${title}, dòng ${from === to ? from : `${from}–${to}`}: ${quotes}`;
}
