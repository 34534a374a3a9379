import { mayRunRound } from '@thidua/access';
import { isCentral, limitFor, type Pack } from '@thidua/awards';
import type { CommentView, HoldView, NoticeView, OpinionView, ProcedureStepView, ProcedureView } from '@thidua/contract';
import { compareDates, dayOf, formatLocalDate, isoOf, parseLocalDate, type LocalDate } from '@thidua/kernel';
import type { CommentRecord, HoldRecord, NoticeRecord, OpinionRecord, RoundListed, RoundRowRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { nameOfAward } from '../law/names';
import { tiersOf } from '../law/tiers-of';
import { packOfRound } from '../rounds/round-law';
import { roundFor } from '../rounds/sight';
import { noticeStateOf, type NoticeState } from './notice-state';
import { opinionKindOf, opinionsAbout } from './opinions-open';
import { stepsOf } from './steps-of';

const CONSULTATION = 'T-03';

/** Everything about a round that is neither appraisal nor council: opinions, notices with comments, holds, and what the law still wants. */
export const roundProcedure: Handler<'roundProcedure'> = async (deps, { actor, params }): Promise<ProcedureView> => {
  const round = await roundFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const today = dayOf(deps.clock.nowMs());
  const run = mayRunRound(actor, round.standingOrgId).allowed;
  const rows = await deps.stores.roundRows.ofRound(provinceId, round.id);
  const rowIds = rows.map((row) => row.id);
  const around: Around = {
    rows,
    today,
    pack: await packOfRound(deps, round),
    opinions: await opinionsAbout(deps, provinceId, { roundId: round.id, rowIds }),
    notices: await noticeStateOf(deps, provinceId, rowIds, today),
  };
  const tiers = await tiersOf(deps, provinceId, round.orgId);
  const limit = limitFor(around.pack, CONSULTATION);
  return {
    steps: await stepViews(deps, provinceId, round, around),
    opinions: around.opinions.map((one) => opinionView(one, around)),
    notices: await noticeViews(deps, provinceId, round, { around, run }),
    holds: (await deps.stores.holds.ofRows(provinceId, rowIds)).map((hold) => holdView(hold, rows)),
    rows: rows.map(({ id, name, award, state, version }) => ({
      rowId: id,
      name,
      awardName: nameOfAward(around.pack, award, tiers, 'full'),
      state,
      version,
    })),
    bodies: run ? await answeringBodies(deps, provinceId, round) : [],
    centralAwards: centralAwards(around.pack, tiers),
    silence: { ruleId: CONSULTATION, citation: limit?.citation ?? '' },
    may: { run: run && round.status !== 'closed' },
  };
};

function centralAwards(pack: Pack, tiers: readonly string[]): ProcedureView['centralAwards'] {
  const central = pack.awards.flatMap(({ award, level }) => (isCentral(level) ? [{ award, decider: level }] : []));
  return [...new Map(central.map((one) => [one.award, one])).values()].map((one) => ({
    ...one,
    name: nameOfAward(pack, one.award, tiers, 'full'),
  }));
}

interface Around {
  readonly rows: readonly RoundRowRecord[];
  readonly today: LocalDate;
  readonly pack: Pack;
  readonly opinions: readonly OpinionRecord[];
  readonly notices: ReadonlyMap<string, NoticeState>;
}

async function stepViews(deps: CaseworkDeps, provinceId: string, round: RoundListed, around: Around): Promise<ProcedureStepView[]> {
  const { pack, today, rows } = around;
  const open = rows.filter((row) => row.state === 'open' || row.state === 'held').map((row) => row.id);
  const cases = await deps.stores.cases.ofRows(provinceId, open);
  return stepsOf(pack, round.level === 'UNIT' ? 'XA' : round.level, cases, today).map((step) => ({
    ruleId: step.rule.id,
    kind: step.rule.kind,
    text: step.rule.text,
    citation: step.rule.citation,
    confirmed: step.rule.confirmed,
    bodies: [...step.rule.bodies],
    demanded: step.demanded,
    rows: step.rowIds.map((rowId) => ({
      rowId,
      name: cases.find((one) => one.rowId === rowId)?.name ?? '',
      ...(step.rule.kind === 'public-notice'
        ? noticeDone(around.notices.get(rowId))
        : opinionDone(around.opinions, opinionKindOf(step), rowId)),
    })),
  }));
}

interface Done {
  readonly done: boolean;
  /** The day from which the council may meet, or the answer's number. */
  readonly note: string | null;
}

function noticeDone(state: NoticeState | undefined): Done {
  return { done: state?.ok ?? false, note: dayFrom(state) };
}

/** Only of a list that is published: before, the day would move with every day that passes. */
function dayFrom(state: NoticeState | undefined): string | null {
  const published = state !== undefined && state.publishedOn !== null;
  return published && state.possibleOn !== null ? formatLocalDate(state.possibleOn) : null;
}

function opinionDone(opinions: readonly OpinionRecord[], kind: OpinionRecord['kind'] | undefined, rowId: string): Done {
  const answer = opinions.findLast((one) => one.kind === kind && (one.rowId === rowId || one.rowId === null) && one.answeredAt !== null);
  return { done: answer !== undefined, note: answer?.numberText ?? null };
}

function opinionView(opinion: OpinionRecord, { rows, today }: Around): OpinionView {
  const { id, kind, body, orgId, subject, ruleId, dueOn, answer, text, numberText, answerDate, withdrawReason } = opinion;
  const due = dueOn === null ? undefined : parseLocalDate(dueOn);
  const late = due !== undefined && compareDates(today, due) > 0;
  const ended = opinion.answeredAt !== null ? 'answered' : opinion.withdrawnAt !== null ? 'withdrawn' : undefined;
  return {
    ...{ id, kind, body, subject, ruleId, dueOn, answer, text, numberText, answerDate, withdrawReason },
    inside: orgId !== null,
    rowName: nameIn(rows, opinion.rowId),
    askedAt: isoOf(opinion.askedAt.getTime()),
    state: ended ?? (late ? 'overdue' : 'open'),
  };
}

/** Who commented, and how to reach him, only the office that runs the round reads. */
async function noticeViews(
  deps: CaseworkDeps,
  provinceId: string,
  round: RoundListed,
  { around, run }: { readonly around: Around; readonly run: boolean },
): Promise<NoticeView[]> {
  const views: NoticeView[] = [];
  for (const notice of await deps.stores.notices.ofRound(provinceId, round.id)) {
    const comments = await deps.stores.comments.ofNotice(provinceId, notice.id);
    const rowIds = await deps.stores.notices.rowIds(provinceId, notice.id);
    views.push(noticeView(notice, { around, rowIds, comments: run ? comments : [] }));
  }
  return views;
}

function noticeView(
  notice: NoticeRecord,
  {
    around,
    rowIds,
    comments,
  }: { readonly around: Around; readonly rowIds: readonly string[]; readonly comments: readonly CommentRecord[] },
): NoticeView {
  const { id, publishedOn, untilOn, channels, token, ruleId, summary } = notice;
  const until = parseLocalDate(untilOn);
  const over = until !== undefined && compareDates(around.today, until) >= 0;
  return {
    ...{ id, publishedOn, untilOn, token, ruleId, summary },
    channels: [...channels],
    citation: limitFor(around.pack, ruleId)?.citation ?? '',
    state: notice.closedAt !== null ? 'closed' : over ? 'to-sum-up' : 'running',
    rowNames: rowIds.map((rowId) => nameIn(around.rows, rowId) ?? ''),
    comments: comments.map((comment) => commentView(comment, around.rows)),
  };
}

function commentView(comment: CommentRecord, rows: readonly RoundRowRecord[]): CommentView {
  const { id, via, author, contact, text, handling, handlingText } = comment;
  const receivedAt = isoOf(comment.receivedAt.getTime());
  return { id, via, author, contact, text, handling, handlingText, receivedAt, rowName: nameIn(rows, comment.rowId) };
}

function holdView(hold: HoldRecord, rows: readonly RoundRowRecord[]): HoldView {
  const { rowId, kind, ground, conclusion, violation, paperNumber, paperDate, paperBody } = hold;
  return {
    ...{ rowId, kind, ground, conclusion, violation },
    rowName: nameIn(rows, rowId) ?? '',
    heldAt: isoOf(hold.heldAt.getTime()),
    releasedAt: hold.releasedAt === null ? null : isoOf(hold.releasedAt.getTime()),
    paper:
      paperNumber === null || paperDate === null || paperBody === null ? null : { number: paperNumber, date: paperDate, body: paperBody },
    scanned: hold.fileSha256 !== null,
  };
}

function nameIn(rows: readonly RoundRowRecord[], rowId: string | null): string | null {
  return rowId === null ? null : (rows.find((row) => row.id === rowId)?.name ?? null);
}

/** Offices and bodies of the province that could be asked, but for the one that asks. */
async function answeringBodies(
  { stores }: CaseworkDeps,
  provinceId: string,
  round: RoundListed,
): Promise<{ orgId: string; name: string }[]> {
  const orgs = await stores.people.orgs(provinceId);
  return orgs
    .filter((org) => ['department', 'party', 'front', 'enterprise', 'unit'].includes(org.kind) && org.id !== round.standingOrgId)
    .map((org) => ({ orgId: org.id, name: org.name }));
}
