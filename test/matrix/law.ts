import type { Body, Lending } from './bodies';

/** One question of the matrix: may this post, so lent, decide this award on this day? */
export interface Cell {
  readonly award: string;
  readonly body: Body;
  readonly role: string;
  readonly lending: Lending | null;
  readonly day: string;
}

interface LawRow {
  readonly id: string;
  readonly awards: readonly string[];
  readonly from: string;
  readonly to?: string;
  readonly decides: (body: Body, role: string) => boolean;
}

const LEGAL_OFFICE: readonly Body['orgKind'][] = ['agency', 'school', 'association'];

/**
 * Section 3 of law.md written down a second time, by hand, apart from the packs and the code: AU-01 to AU-09 with the reform of 01/7/2025
 * read as ND129 art. 59 has it (reading B). What stands here is lawful; everything else is not.
 */
const ROWS: readonly LawRow[] = [
  {
    id: 'AU-01',
    awards: ['TTLDTT', 'CSTDCS', 'LDTT', 'GK_UNIT'],
    from: '2024-01-01',
    decides: (body, role) =>
      (body.level === 'UNIT' && body.kind === 'unit' && body.legalPerson && LEGAL_OFFICE.includes(body.orgKind) && role === 'head') ||
      (body.kind === 'department' && body.legalPerson && role === 'director'),
  },
  {
    id: 'AU-02',
    awards: ['TTLDTT', 'CSTDCS', 'LDTT', 'GK_DN'],
    from: '2024-01-01',
    decides: (body, role) => (body.orgKind === 'enterprise' || body.orgKind === 'cooperative') && role === 'head',
  },
  {
    id: 'AU-03',
    awards: ['GK_DN'],
    from: '2024-01-01',
    decides: (body, role) => (body.orgKind === 'enterprise' || body.orgKind === 'cooperative') && role === 'board-chair',
  },
  { id: 'AU-04', awards: ['LDTT', 'GK_XA', 'GDVH'], from: '2024-01-01', decides: isChairOf('commune') },
  { id: 'AU-05', awards: ['THONVH', 'TTLDTT', 'CSTDCS'], from: '2025-07-01', decides: isChairOf('commune') },
  {
    id: 'AU-06',
    awards: ['THONVH', 'TTLDTT', 'CSTDCS', 'LDTT', 'GK_HUYEN'],
    from: '2024-01-01',
    to: '2025-06-30',
    decides: isChairOf('district'),
  },
  { id: 'AU-07', awards: ['BK_TINH', 'COTINH', 'CSTDT', 'TTLDXS', 'XATB'], from: '2024-01-01', decides: isChairOf('province') },
  // The centre decides outside this system; nobody in the register may sign for it.
  { id: 'AU-08', awards: ['COCP', 'CSTDTQ', 'BK_TTG'], from: '2024-01-01', decides: () => false },
  { id: 'AU-09', awards: ['HCLD1', 'HCLD2', 'HCLD3'], from: '2024-01-01', decides: () => false },
];

function isChairOf(kind: Body['kind']): LawRow['decides'] {
  return (body, role) => body.kind === kind && role === 'chair';
}

export interface Lawful {
  readonly allowed: boolean;
  /** The rows that give the award to somebody that day; a refusal names one of them, or AU-00 when there is none. */
  readonly rows: readonly string[];
}

/** What law.md says of a cell. A deputy signs KT. and an acting head Q. with the head's power; TL. and TUQ. carry no decision on awards. */
export function lawful({ award, body, role, lending, day }: Cell, bodyOf: (slug: string) => Body): Lawful {
  const giving = ROWS.filter((row) => row.awards.includes(award) && row.from <= day && (row.to === undefined || day <= row.to));
  const rows = giving.map((row) => row.id);
  const inOffice = body.endsOn === undefined || day <= body.endsOn;
  if (!inOffice) {
    return { allowed: false, rows };
  }
  if (lending === null) {
    return { allowed: giving.some((row) => row.decides(body, role)), rows };
  }
  const [lender = '', lentRole = ''] = lending.from.split('/');
  const stands = lending.until === undefined || day <= lending.until;
  const carries = lending.capacity === 'KT' || lending.capacity === 'Q';
  const own = lender === body.slug;
  return { allowed: stands && carries && own && giving.some((row) => row.decides(bodyOf(lender), lentRole)), rows };
}
