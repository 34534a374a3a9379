import type { Pack } from '@thidua/awards';
import { limitFor } from '@thidua/awards';
import type { LocalDate } from '@thidua/kernel';
import type { OpinionKind, OpinionRecord, RoundRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import { stepsOf, type ProcedureStep } from './steps-of';

/** The kinds of procedure of a pack that are questions to other bodies. */
const KIND: Readonly<Partial<Record<ProcedureStep['rule']['kind'], OpinionKind>>> = {
  'agency-opinion': 'agency',
  confirmation: 'confirmation',
  'ministry-opinion': 'ministry',
  'party-opinion': 'party',
};

export function opinionKindOf(step: ProcedureStep): OpinionKind | undefined {
  return KIND[step.rule.kind];
}

export interface OpinionGate {
  readonly provinceId: string;
  readonly round: RoundRecord;
  readonly pack: Pack;
  /** Rows that want to go on. */
  readonly rowIds: readonly string[];
  /** Kinds without which they may not go on here. */
  readonly kinds: readonly OpinionKind[];
  readonly today: LocalDate;
}

/**
 * Nobody goes on without the answer: what the law asks for must be asked, answered, and of the party committee agreed; what was asked beyond
 * it must be answered or withdrawn. Silence is no answer at commune and province (T-03).
 * @throws Refused opinion-missing, opinion-awaited, opinion-against
 */
export async function demandOpinions(deps: CaseworkDeps, gate: OpinionGate, tx: Tx): Promise<void> {
  const { provinceId, round, rowIds, kinds } = gate;
  const asked = await opinionsAbout(deps, provinceId, { roundId: round.id, rowIds }, tx);
  demandAnswered(
    gate,
    asked.filter((one) => kinds.includes(one.kind)),
  );
  for (const step of await demandedSteps(deps, gate, tx)) {
    for (const rowId of step.rowIds) {
      demandStep(step, rowId, asked);
    }
  }
}

/** Questions of the round as a whole, and those about these rows in any round. */
export async function opinionsAbout(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
  { roundId, rowIds }: { readonly roundId: string; readonly rowIds: readonly string[] },
  tx?: Tx,
): Promise<readonly OpinionRecord[]> {
  const [ofRows, ofRound] = [await stores.opinions.ofRows(provinceId, rowIds, tx), await stores.opinions.ofRound(provinceId, roundId, tx)];
  return [...ofRows, ...ofRound.filter((one) => one.rowId === null)];
}

function demandAnswered({ pack }: OpinionGate, asked: readonly OpinionRecord[]): void {
  const open = asked.filter((one) => one.answeredAt === null && one.withdrawnAt === null);
  const [first] = open;
  if (first !== undefined) {
    const limit = limitFor(pack, 'T-03');
    const citation = limit?.citation ?? '';
    throw new Refused('opinion-awaited', { ruleId: 'T-03', citation, bodies: open.map((one) => one.body), dueOn: first.dueOn });
  }
}

async function demandedSteps(deps: CaseworkDeps, gate: OpinionGate, tx: Tx): Promise<readonly ProcedureStep[]> {
  const { provinceId, round, pack, rowIds, kinds, today } = gate;
  const cases = await deps.stores.cases.ofRows(provinceId, rowIds, tx);
  const level = round.level === 'UNIT' ? 'XA' : round.level;
  return stepsOf(pack, level, cases, today).filter((step) => {
    const kind = opinionKindOf(step);
    return step.demanded && kind !== undefined && kinds.includes(kind);
  });
}

/** As many bodies as the law names have answered about the row; an answer against it stops it for the party committee alone. */
function demandStep(step: ProcedureStep, rowId: string, asked: readonly OpinionRecord[]): void {
  const { rule } = step;
  const kind = opinionKindOf(step);
  const answers = asked.filter((one) => one.kind === kind && (one.rowId === rowId || one.rowId === null) && one.answeredAt !== null);
  const details = { ruleId: rule.id, citation: rule.citation, text: rule.text, bodies: rule.bodies, rowId };
  if (new Set(answers.map((one) => one.body)).size < Math.max(1, rule.bodies.length)) {
    throw new Refused('opinion-missing', details);
  }
  if (kind === 'party' && answers.at(-1)?.answer !== 'agree') {
    throw new Refused('opinion-against', details);
  }
}
