import { limitFor, type Pack } from '@thidua/awards';
import type { OpinionsAsk } from '@thidua/contract';
import { dayOf, formatLocalDate, type LocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { NewOpinion, RoundRecord, RowCase, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { noteLimit } from '../limits/note-limit';
import { once } from '../once';
import { Refused } from '../refused';
import { packOfRound } from '../rounds/round-law';
import { opinionKindOf } from './opinions-open';
import { lockRunning, roundToRun } from './round-at-hand';
import { note } from '../note';
import { stepsOf } from './steps-of';
import { KEPT_FOR_MS } from '../kept-for';

/** Who answers for a body inside the system, the first that it has a post for. */
const ANSWERING = ['appraiser', 'clerk', 'director', 'head', 'chair'] as const;
/** The row of law that a question rests on when no step of procedure asks for it: the right to consult, and its limit. */
const CONSULTATION = 'T-03';

type Question = OpinionsAsk['questions'][number];

/** Questions to other bodies go out together: each has a task that stays open until it is answered or withdrawn. */
export const askOpinions: Handler<'askOpinions'> = async (deps, { actor, params, body, key }) => {
  const { seen, position } = await roundToRun(deps, actor, params['id'] ?? '');
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const atMs = deps.clock.nowMs();
    const round = await lockRunning(deps, tx, provinceId, seen.id);
    const asking: Asking = { provinceId, round, pack: await packOfRound(deps, round), today: dayOf(atMs), by: actor.personId, atMs };
    const cases = await casesOf(deps, asking, tx);
    const opinions: { id: string; group: string }[] = [];
    for (const question of body.questions) {
      opinions.push(...(await ask(deps, asking, { question, cases }, tx)));
    }
    const message = { provinceId, name: 'lay-y-kien', correlationKey: round.id, variables: { opinions }, ttlMs: KEPT_FOR_MS };
    await deps.runtime.publish(message, tx);
    const opinionIds = opinions.map((one) => one.id);
    await note(deps, tx, actor, { on: 'round', id: round.id, position, action: 'opinions-asked', facts: { opinionIds } });
    return { opinionIds };
  });
};

interface Asking {
  readonly provinceId: string;
  readonly round: RoundRecord;
  readonly pack: Pack;
  readonly today: LocalDate;
  readonly by: string;
  readonly atMs: number;
}

async function casesOf(deps: CaseworkDeps, { provinceId, round }: Asking, tx: Tx): Promise<readonly RowCase[]> {
  const rows = await deps.stores.roundRows.ofRound(provinceId, round.id, tx);
  const open = rows.filter((row) => row.state === 'open' || row.state === 'held').map((row) => row.id);
  return deps.stores.cases.ofRows(provinceId, open, tx);
}

/** One question per row it names, or one about the whole round; answers their ids and who answers. */
async function ask(
  deps: CaseworkDeps,
  asking: Asking,
  { question, cases }: { readonly question: Question; readonly cases: readonly RowCase[] },
  tx: Tx,
): Promise<readonly { id: string; group: string }[]> {
  const { provinceId, round, atMs, by } = asking;
  const group = await answeringGroup(deps, asking, question, tx);
  const named = [...new Set(question.rowIds ?? [])];
  const unknown = named.filter((id) => !cases.some((row) => row.rowId === id));
  if (unknown.length > 0) {
    throw new Refused('request-invalid', { problems: [{ field: 'rowIds', code: 'not-a-choice' }], unknown });
  }
  const asked: { id: string; group: string }[] = [];
  for (const rowId of named.length === 0 ? [null] : named) {
    const opinion = opinionOf(deps, asking, { question, cases, rowId });
    await deps.stores.opinions.ask(tx, provinceId, opinion);
    const facts = { opinionId: opinion.id };
    await noteLimit(deps, tx, { provinceId, roundId: round.id, rowId, kind: 'opinion-asked', atMs, personId: by, facts });
    asked.push({ id: opinion.id, group });
  }
  return asked;
}

function opinionOf(
  deps: CaseworkDeps,
  { provinceId, round, pack, today, by, atMs }: Asking,
  { question, cases, rowId }: { readonly question: Question; readonly cases: readonly RowCase[]; readonly rowId: string | null },
): NewOpinion {
  const level = round.level === 'UNIT' ? 'XA' : round.level;
  const about = cases.filter((row) => rowId === null || row.rowId === rowId);
  const steps = stepsOf(pack, level, about, today).filter((step) => opinionKindOf(step) === question.kind);
  // A question about the whole round rests on a rule only where that rule demands it.
  const rule = (steps.find((step) => step.demanded) ?? (rowId === null ? undefined : steps[0]))?.rule;
  const limit = limitFor(pack, rule?.limit ?? CONSULTATION);
  const days = limit?.amount.unit === 'working-day' ? limit.amount.value : undefined;
  return {
    id: newId(deps.clock),
    roundId: round.id,
    rowId,
    kind: question.kind,
    body: question.body,
    orgId: question.orgId ?? null,
    subject: question.subject,
    ruleId: rule?.id ?? CONSULTATION,
    dueOn: days === undefined ? null : formatLocalDate(deps.calendars.of(provinceId).addWorkingDays(today, days)),
    paperId: null,
    askedBy: by,
    atMs,
  };
}

/** A body inside the system answers by itself; of any other the office that asked records the paper. */
async function answeringGroup(deps: CaseworkDeps, { provinceId, round, today }: Asking, { orgId }: Question, tx: Tx): Promise<string> {
  if (orgId === undefined) {
    return `pos:${round.standingOrgId}/appraiser`;
  }
  const role = await deps.stores.procedureTasks.firstRole(provinceId, orgId, ANSWERING, formatLocalDate(today), tx);
  if (role === undefined) {
    throw new Refused('request-invalid', { problems: [{ field: 'orgId', code: 'nobody-answers' }], orgId });
  }
  return `pos:${orgId}/${role}`;
}
