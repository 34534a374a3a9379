import { compareDates, dayOf, parseLocalDate } from '@thidua/kernel';
import { limitFor } from '@thidua/awards';
import type { PublicNoticeView } from '@thidua/contract';
import { newId } from '@thidua/runtime';
import type { NoticeRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { RateWindow } from '../intake/rate-window';
import { nameOfAward } from '../law/names';
import { tiersOf } from '../law/tiers-of';
import { Refused } from '../refused';
import { packOfRound } from '../rounds/round-law';
import { addComment } from './comments';

const TOKEN = /^[A-Za-z0-9_-]{16,40}$/;
/** What the people of a commune may well send in a minute; more is a machine. */
const COMMENTS_A_MINUTE = 12;
const MISSES_A_MINUTE = 60;
const A_MINUTE_MS = 60_000;

interface Limits {
  readonly misses: RateWindow;
  readonly comments: Map<string, RateWindow>;
}

// Per process and database; a restart forgives.
const known = new WeakMap<CaseworkDeps['stores'], Limits>();

/** What everybody may read of a published list: who, for what, until when. No achievement, no dossier. */
export const publicNotice: Handler<'publicNotice'> = async (deps, { params }): Promise<PublicNoticeView> => {
  const notice = await noticeBy(deps, params['token'] ?? '');
  const { provinceId } = notice;
  const round = await deps.stores.rounds.listed(provinceId, notice.roundId);
  if (round === undefined) {
    throw new Refused('not-found', { what: 'notice' });
  }
  const [pack, tiers] = [await packOfRound(deps, round), await tiersOf(deps, provinceId, round.orgId)];
  const named = await deps.stores.notices.rowIds(provinceId, notice.id);
  const rows = (await deps.stores.roundRows.ofRound(provinceId, round.id)).filter(
    (row) => named.includes(row.id) && row.state !== 'withdrawn',
  );
  return {
    title: round.title,
    bodyName: round.orgName,
    publishedOn: notice.publishedOn,
    untilOn: notice.untilOn,
    open: isOpen(deps, notice),
    citation: limitFor(pack, notice.ruleId)?.citation ?? '',
    rows: rows.map((row) => ({
      rowId: row.id,
      name: row.name,
      title: row.title,
      unitName: row.unitName,
      awardName: nameOfAward(pack, row.award, tiers, 'full'),
    })),
  };
};

/** Anybody may comment while the notice runs; name and telephone are the commenter's choice. */
export const leaveComment: Handler<'leaveComment'> = async (deps, { params, body }) => {
  const notice = await noticeBy(deps, params['token'] ?? '');
  if (!isOpen(deps, notice)) {
    throw new Refused('notice-closed', { untilOn: notice.untilOn });
  }
  demandPace(windowOf(limitsOf(deps).comments, notice.id));
  const { text, author = null, contact = null, rowId = null } = body;
  await deps.database.inTransaction((tx) => {
    const said = { id: newId(deps.clock), noticeId: notice.id, rowId, via: 'web', author, contact, text } as const;
    return addComment(deps, tx, notice, { ...said, recordedBy: null, atMs: deps.clock.nowMs() });
  });
  return { done: true as const };
};

function isOpen({ clock }: CaseworkDeps, notice: NoticeRecord): boolean {
  const until = parseLocalDate(notice.untilOn);
  return notice.closedAt === null && until !== undefined && compareDates(dayOf(clock.nowMs()), until) < 0;
}

async function noticeBy(deps: CaseworkDeps, token: string): Promise<NoticeRecord> {
  const notice = TOKEN.test(token) ? await deps.stores.notices.byToken(token) : undefined;
  if (notice === undefined) {
    demandPace(limitsOf(deps).misses);
    throw new Refused('not-found', { what: 'notice' });
  }
  return notice;
}

function demandPace(window: RateWindow): void {
  const waitSeconds = window.count();
  if (waitSeconds > 0) {
    throw new Refused('too-many-attempts', { waitSeconds });
  }
}

function limitsOf({ stores }: CaseworkDeps): Limits {
  const limits = known.get(stores) ?? { misses: new RateWindow(MISSES_A_MINUTE, A_MINUTE_MS), comments: new Map<string, RateWindow>() };
  known.set(stores, limits);
  return limits;
}

function windowOf(windows: Map<string, RateWindow>, noticeId: string): RateWindow {
  const window = windows.get(noticeId) ?? new RateWindow(COMMENTS_A_MINUTE, A_MINUTE_MS);
  windows.set(noticeId, window);
  return window;
}
