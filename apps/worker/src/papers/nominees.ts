import { rewardFor } from '@thidua/awards';
import { percentText, type NomineeRow, type Votes } from '@thidua/documents';
import type { JsonObject } from '@thidua/kernel';
import type { OrgFacts, RowFacts } from '@thidua/store';
import type { DossierScene, RoundScene } from './scene';
import { fullAward, placeWords } from './words';

interface Places {
  readonly commune?: OrgFacts;
  readonly province: OrgFacts;
}

interface RowOptions {
  readonly votes?: (row: RowFacts) => Votes | undefined;
  readonly money?: boolean;
  readonly note?: (row: RowFacts) => string | undefined;
  /** The award's name where it is not the plain one. */
  readonly award?: (row: RowFacts) => string;
}

/** Rows of a list, numbered from 1: collectives and households before individuals. */
export function nomineeRows(
  scene: DossierScene | RoundScene,
  places: Places,
  rows: readonly RowFacts[],
  options: RowOptions = {},
): readonly NomineeRow[] {
  return inOrder(rows).map((row, at) => {
    const votes = options.votes?.(row);
    const amount = options.money === true ? moneyOf(scene, row) : undefined;
    const note = options.note?.(row);
    return {
      index: at + 1,
      name: row.name,
      kind: row.kind,
      title: placeWords(row),
      award: options.award?.(row) ?? fullAward(scene.pack, row.award, places),
      achievement: row.achievement,
      ...(amount === undefined ? {} : { amount }),
      ...(votes === undefined ? {} : { votes }),
      ...(note === undefined ? {} : { note }),
      ...(row.posthumous ? { posthumous: true } : {}),
    };
  });
}

const ORDER = { collective: 0, household: 1, individual: 2 } as const;

export function inOrder(rows: readonly RowFacts[]): readonly RowFacts[] {
  return rows.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind] || a.dossierCode.localeCompare(b.dossierCode) || a.seq - b.seq);
}

export function moneyOf(scene: DossierScene | RoundScene, row: RowFacts): number | undefined {
  const reward = rewardFor(scene.pack, { award: row.award, nomineeKind: row.kind, decisionDate: scene.today });
  return reward.ok ? reward.value.amount : undefined;
}

/** Votes of the unit's meeting as kept in the row by its step, of all who had a vote. */
export function meetingVotes(row: RowFacts, total: number): Votes | undefined {
  const vote = row.details['review'];
  if (typeof vote !== 'object' || vote === null || Array.isArray(vote)) {
    return undefined;
  }
  const count = (key: string): number => numberOf((vote as JsonObject)[key]); // an object, narrowed above
  return votesOf({ yes: count('yes'), no: count('no'), blank: count('blank') }, total);
}

export function sessionVotes(scene: RoundScene, row: RowFacts): Votes | undefined {
  const item = scene.session?.items.find((candidate) => candidate.rowId === row.id);
  return item === undefined ? undefined : votesOf(item, scene.session?.total ?? 0);
}

/** Whoever did not vote (recused, absent without an opinion) is in the total and in no column. */
function votesOf(count: { readonly yes: number; readonly no: number; readonly blank: number }, total: number): Votes {
  const { yes, no, blank } = count;
  return { yes, no, blank, total, share: total === 0 ? '0%' : percentText(yes, total) };
}

export function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

export function textOf(value: unknown, otherwise = ''): string {
  return typeof value === 'string' && value !== '' ? value : otherwise;
}
