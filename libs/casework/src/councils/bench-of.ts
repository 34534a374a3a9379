import { formatLocalDate, type LocalDate } from '@thidua/kernel';
import type { CouncilMember, CouncilRecord, RoundRecord, RoundRowRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { packOfRound, strongestBody } from '../rounds/round-law';

export interface Bench {
  readonly council: CouncilRecord;
  readonly body: 'standing' | 'full';
  /** Members of that body: their number is the denominator. */
  readonly members: readonly CouncilMember[];
  /** Rows found to meet the standard and neither held nor withdrawn, those left off this session among them. */
  readonly agenda: readonly RoundRowRecord[];
  /** Rows of the round that stay off: held or withdrawn since. */
  readonly off: readonly RoundRowRecord[];
}

/** Who meets on what: the council in force, the body its awards need, and the rows found to meet the standard. */
export async function benchOf(
  deps: CaseworkDeps,
  of: { readonly provinceId: string; readonly round: RoundRecord; readonly today: LocalDate; readonly leaveOff?: readonly string[] },
  tx: Tx = deps.database.reader,
): Promise<Bench | undefined> {
  const { provinceId, round, today, leaveOff = [] } = of;
  const council = await deps.stores.councils.inForce(provinceId, round.orgId, formatLocalDate(today), tx);
  if (council === undefined) {
    return undefined;
  }
  const rows = await deps.stores.roundRows.ofRound(provinceId, round.id, tx);
  const agenda = rows.filter((row) => row.appraisal === 'met' && row.outcome === null && row.state === 'open');
  const off = rows.filter((row) => row.state === 'held' || row.state === 'withdrawn');
  const awards = agenda.filter((row) => !leaveOff.includes(row.id)).map((row) => row.award);
  return strongestBody(await packOfRound(deps, round), awards, round.level, today) === 'standing'
    ? { council, body: 'standing', members: council.members.filter((member) => member.standing), agenda, off }
    : { council, body: 'full', members: council.members, agenda, off };
}
