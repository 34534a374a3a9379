import type { DossierRecord, RowAwardType } from '@thidua/store';

/** The type a row is of when nobody chose one: a movement's menu gives movement awards (law.md 2), an occasion out of turn sudden ones. */
export function usualAwardType({ movementId, occasion }: Pick<DossierRecord, 'movementId' | 'occasion'>): RowAwardType {
  return movementId === null ? (occasion === 'ad-hoc' ? 'sudden' : 'merit') : 'movement';
}
