import { checkLaws } from './checks/check-laws';
import { checkNumbers } from './checks/check-numbers';
import { checkParent } from './checks/check-parent';
import { checkPlaces } from './checks/check-places';
import { checkStructure } from './checks/check-structure';
import { checkSymbols } from './checks/check-symbols';
import { checkWording } from './checks/check-wording';
import type { CheckedParent, CheckRoom, Finding } from './checks/finding';
import { citationsIn, type Citation } from './citations/citation';
import type { Agency } from './known/agencies';
import { INSTRUMENTS, type Instrument } from './known/instruments';
import { fieldsOf } from './plan-field';
import { roomOf, readRoom } from './read-plan';
import type { PlanRoom } from './reading/plan-room';
import { ownArea } from './reading/read-head';

export interface CheckAgainst {
  /** The lines of the plan it carries out. */
  readonly parent?: readonly string[];
  /** The document's own day, 'YYYY-MM-DD' or less; without it, what the letterhead says. */
  readonly issuedOn?: string | null;
  readonly province?: string;
  readonly place?: string;
  /** Bodies of the register that ended or have a successor. */
  readonly agencies?: readonly Agency[];
  /** Laws and decrees besides the known ones. */
  readonly instruments?: readonly Instrument[];
}

/** No plan names more; a text made to keep us busy does. */
const MOST_CITATIONS = 600;
const CHECKS = [checkParent, checkNumbers, checkSymbols, checkLaws, checkPlaces, checkStructure, checkWording];

/** Everything in a plan that does not fit itself, its parent, or the law and the map of its own day, in the order of the text. */
export function checkCitations(lines: readonly string[], against: CheckAgainst = {}): readonly Finding[] {
  const { province, place } = against;
  const room = roomOf(lines, { ...(province === undefined ? {} : { province }), ...(place === undefined ? {} : { place }) });
  const { fields } = readRoom(room);
  const date = fieldsOf(fields, 'date')[0]?.value ?? null;
  const known = against.instruments ?? [];
  const checked: CheckRoom = {
    room,
    fields,
    cited: citedIn(room, fieldsOf(fields, 'number')[0]?.value ?? null),
    issuedOn: against.issuedOn ?? date,
    area: ownArea(room)?.area ?? null,
    province: province ?? null,
    names: fieldsOf(fields, 'name').flatMap(({ value }) => (value === null ? [] : [value])),
    parent: against.parent === undefined ? null : parentOf(against.parent, province),
    instruments: [...known, ...INSTRUMENTS.filter((row) => !known.some((one) => one.symbol === row.symbol))],
    agencies: against.agencies ?? [],
  };
  return CHECKS.flatMap((check) => check(checked)).toSorted((a, b) => a.line.from - b.line.from);
}

function parentOf(lines: readonly string[], province: string | undefined): CheckedParent {
  const room = roomOf(lines, province === undefined ? {} : { province });
  const { fields } = readRoom(room);
  return { room, fields, cited: citedIn(room, fieldsOf(fields, 'number')[0]?.value ?? null) };
}

/** Documents named in the text; its own number and the footnotes are left out. */
function citedIn({ parts }: PlanRoom, own: string | null): readonly Citation[] {
  return parts.all
    .filter((paragraph) => paragraph.level !== 9 && !/^Số\s*:/u.test(paragraph.text))
    .flatMap(citationsIn)
    .filter((cited) => cited.symbol !== own)
    .slice(0, MOST_CITATIONS);
}
