import { planTitle, yearOf, type Audience, type EligibilityFacts, type OwedReport, type PlanFacts } from '@thidua/awards';
import type { NomineeRow, OrgRecord } from '@thidua/store';
import type { MovementStanding } from '../deps';

/** Who launched the movement a nomination is made under, and for how long it is planned; a plan that leaves a date open gives no length. */
export function movementFacts(
  { links, read }: Pick<MovementStanding, 'links' | 'read'>,
  underId: string | null,
  leads: boolean | null,
): NonNullable<EligibilityFacts['movement']> {
  const link = links.find((one) => one.id === underId) ?? links[0];
  const { id, name, launcher, years } = link ?? { id: read.id, name: read.name.value, launcher: read.launcher.level, years: null };
  return { id, name, launcher, years, leads };
}

/** What the plan asks beside the law, and what is known of whom it asks. */
export function planFacts(
  { read }: Pick<MovementStanding, 'read'>,
  known: { readonly audience: Audience | null; readonly reports: readonly OwedReport[] | null },
): PlanFacts {
  const { period, plan, rules } = read;
  return { rules, plan: planTitle(read), from: yearOf(period.start ?? plan.date), to: yearOf(period.end), ...known };
}

/** A nominee as far as a plan's audiences go. */
export interface AddressedOne {
  readonly kind: NomineeRow['kind'];
  /** The nominated body, or the one that proposes a collective of its own. */
  readonly body: OrgRecord | undefined;
  readonly labour: EligibilityFacts['labour'];
  /** Of no body of ours: 'đối tượng khác'. */
  readonly outside: boolean;
}

/** Under which of its audiences a plan counts a nominee; null = nobody has said enough of it. */
export function audienceOf({ kind, body, labour, outside }: AddressedOne): Audience | null {
  if (outside || kind === 'household' || labour === 'farmer') {
    return 'other';
  }
  if (kind === 'individual') {
    return labour !== null || (body !== undefined && body.orgKind !== 'village') ? 'individual' : null;
  }
  switch (body?.orgKind) {
    case undefined:
      return null;
    case 'front':
    case 'association':
      return 'front';
    case 'enterprise':
    case 'cooperative':
      return 'enterprise';
    default:
      return 'agency';
  }
}
