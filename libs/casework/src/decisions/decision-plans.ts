import { ownRowPlan, type OwnRowPolicy, type Pack } from '@thidua/awards';
import { parseLocalDate, type LocalDate } from '@thidua/kernel';
import type { RoundRecord, RoundRowRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { deciderRoleOf } from '../organisations/decider-role';
import { pathOf, recommended } from '../rounds/round-law';

/** One decision to be drafted and signed: an award with its list. */
export interface DecisionPlan {
  readonly award: string;
  readonly rows: readonly RoundRowRecord[];
  /** The head's own row in a decision by itself (decision 27); null for an ordinary list. */
  readonly split: string | null;
  /** Deputies who may sign KT. because they do not stand on the list; who signs when the head stands on it. */
  readonly deputies: readonly { readonly personId: string; readonly fullName: string; readonly title: string }[];
}

export interface DecisionQuestion {
  readonly provinceId: string;
  readonly round: RoundRecord;
  readonly pack: Pack;
  /** YYYY-MM-DD. */
  readonly day: string;
}

/** The decisions of a round: one per award its head decides; his own row apart where no deputy may sign the list. */
export async function decisionPlans(
  deps: CaseworkDeps,
  question: DecisionQuestion,
  tx: Tx = deps.database.reader,
): Promise<readonly DecisionPlan[]> {
  const { provinceId, round, pack, day } = question;
  const rows = recommended(await deps.stores.roundRows.ofRound(provinceId, round.id, tx));
  const local = rows.filter((row) => pathOf(pack, row.award, round.level, dayAsked(day)) === 'local');
  const [head] = await deps.stores.people.holders(provinceId, { orgId: round.orgId, role: deciderRoleOf(round) }, day, tx);
  const plans: DecisionPlan[] = [];
  for (const award of [...new Set(local.map((row) => row.award))].sort()) {
    const list = local.filter((row) => row.award === award);
    const lent = { capacity: 'KT', day, award } as const;
    const standIns = head === undefined ? [] : await deps.stores.decisions.standIns(tx, provinceId, head.id, lent);
    const deputies = standIns.filter((deputy) => !list.some((row) => row.personId === deputy.personId));
    plans.push(...plansOf({ award, list, deputies, headPersonId: head?.personId, policy: pack.signing[0]?.ownRow }));
  }
  return plans;
}

function dayAsked(day: string): LocalDate {
  const date = parseLocalDate(day);
  if (date === undefined) {
    throw new Error(`${day} is not a day`);
  }
  return date;
}

interface AwardList {
  readonly award: string;
  readonly list: readonly RoundRowRecord[];
  readonly deputies: DecisionPlan['deputies'];
  readonly headPersonId: string | undefined;
  readonly policy: OwnRowPolicy | undefined;
}

function plansOf({ award, list, deputies, headPersonId, policy }: AwardList): readonly DecisionPlan[] {
  const own = list.filter((row) => headPersonId !== undefined && row.personId === headPersonId);
  const { plan } = ownRowPlan({ signerIsNominee: own.length > 0, deputyFree: deputies.length > 0 }, policy);
  if (plan !== 'split-own-row') {
    return [{ award, rows: list, split: null, deputies }];
  }
  const others = list.filter((row) => !own.includes(row));
  return [
    ...(others.length === 0 ? [] : [{ award, rows: others, split: null, deputies }]),
    ...own.map((row) => ({ award, rows: [row], split: row.id, deputies })),
  ];
}
