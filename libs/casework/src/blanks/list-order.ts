import type { CertificatePaper } from '@thidua/store';

const ORDER = { collective: 0, household: 1, individual: 2 } as const;

type Placed = Pick<CertificatePaper, 'decisionNumber' | 'awardName' | 'nomineeKind' | 'dossierCode' | 'seq'>;

/** Decision by decision as the numbers were given; within one its list: collectives and households before individuals. */
export function inListOrder<Paper extends Placed>(papers: readonly Paper[]): readonly Paper[] {
  return papers.toSorted(
    (a, b) =>
      numberOf(a) - numberOf(b) ||
      a.awardName.localeCompare(b.awardName, 'vi') ||
      ORDER[a.nomineeKind] - ORDER[b.nomineeKind] ||
      a.dossierCode.localeCompare(b.dossierCode) ||
      a.seq - b.seq,
  );
}

/** 57 of '57/QĐ-UBND'; those without a number come last. */
function numberOf({ decisionNumber }: Placed): number {
  const digits = /^\d+/.exec(decisionNumber ?? '')?.[0];
  return digits === undefined ? Number.MAX_SAFE_INTEGER : Number(digits);
}
