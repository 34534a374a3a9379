import type { LocalDate } from '@thidua/kernel';
import type { AuthorityRole, AuthorityRow, Level, OrgKind, Pack } from '../pack/pack';
import { competence, type Competence } from './competence';

/** A post as the register has it: its body's place in the state, and what the post is called there. */
export interface Office {
  readonly level: string;
  /** unit, commune, district, department, province, ministry, party, front, enterprise. */
  readonly kind: string;
  /** agency, enterprise, cooperative, school, village, party, front, association. */
  readonly orgKind: string;
  readonly legalPerson: boolean;
  readonly role: string;
}

export interface PowerQuestion {
  readonly award: string;
  /** The post whose power is used: for a deputy who signs KT. the head's. */
  readonly office: Office;
  readonly capacity: 'self' | 'KT' | 'Q' | 'TL' | 'TUQ';
  readonly date: LocalDate;
}

export type PowerRefusal = 'not-competent' | 'no-legal-person' | 'capacity';

export type Power =
  | { readonly allowed: true; readonly row: AuthorityRow }
  | {
      readonly allowed: false;
      readonly reason: PowerRefusal;
      /** The row that gives the award to somebody that day, or AU-00. */
      readonly ruleId: string;
      readonly row: AuthorityRow | null;
      readonly citation: string;
      /** The signer's own row that had ended by the day. */
      readonly lapsed: AuthorityRow | null;
    };

/** The committee that decides at a level; party bodies and fronts of the same level decide nothing here. */
const SEATS: Readonly<Record<string, Level>> = { commune: 'XA', district: 'HUYEN', province: 'TINH' };
const DECIDING_ROLES: readonly string[] = ['head', 'board-chair', 'chair'] satisfies readonly AuthorityRole[];
const FIRMS: readonly string[] = ['enterprise', 'cooperative'] satisfies readonly OrgKind[];
const OFFICES: readonly string[] = ['agency', 'school', 'association'];

/**
 * Whether a post may decide an award on a day (law.md section 3, AU-01 to AU-09; decision 26). A deputy signs KT., an acting head Q., with
 * the head's power; a decision on awards is never signed TL. or TUQ. The director of a provincial department is a head under AU-01.
 */
export function powerToDecide(pack: Pack, { award, office, capacity, date }: PowerQuestion): Power {
  const seat = seatOf(office);
  const answer = competence(pack, { award, date, ...(seat ?? NOBODY) });
  if (!answer.competent) {
    return { allowed: false, reason: 'not-competent', ...ruleOf(answer) };
  }
  if (seat?.level === 'UNIT' && !office.legalPerson) {
    return { allowed: false, reason: 'no-legal-person', ...ruleOf(answer) };
  }
  if (capacity === 'TL' || capacity === 'TUQ') {
    return { allowed: false, reason: 'capacity', ...ruleOf(answer) };
  }
  return { allowed: true, row: answer.row };
}

interface NamedRule {
  readonly ruleId: string;
  readonly row: AuthorityRow | null;
  readonly citation: string;
  readonly lapsed: AuthorityRow | null;
}

function ruleOf(answer: Competence): NamedRule {
  return answer.competent
    ? { ruleId: answer.row.id, row: answer.row, citation: answer.row.citation, lapsed: null }
    : { ruleId: answer.ruleId, row: answer.row, citation: answer.citation, lapsed: answer.lapsed };
}

interface Seat {
  readonly level: Level;
  readonly role: AuthorityRole;
  readonly orgKind?: OrgKind;
}

/** A post that no row names. */
const NOBODY: Seat = { level: 'UNIT', role: 'president' };

function seatOf({ level, kind, orgKind, role }: Office): Seat | undefined {
  if (kind === 'department') {
    return role === 'director' ? { level: 'UNIT', role: 'head', orgKind: 'agency' } : undefined;
  }
  const governs = SEATS[kind];
  if (governs !== undefined) {
    return role === 'chair' ? { level: governs, role } : undefined;
  }
  const firm = FIRMS.includes(orgKind);
  if (level !== 'UNIT' || !isDeciding(role) || role === 'chair' || !(firm || OFFICES.includes(orgKind))) {
    return undefined;
  }
  return { level: 'UNIT', role, orgKind: orgKind === 'enterprise' || orgKind === 'cooperative' ? orgKind : 'agency' };
}

function isDeciding(role: string): role is AuthorityRole {
  return DECIDING_ROLES.includes(role);
}
