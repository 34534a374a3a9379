import { readPoints, sheetProblems } from '@thidua/awards';
import { formatLocalDate } from '@thidua/kernel';
import type { ScoreBoardRecord, ScoreSheetRecord, WorkRecord } from '@thidua/store';
import type { Act, ActContext } from '../../acts/act';
import { numberOf, textOf } from '../../acts/form-data';
import { Refused } from '../../refused';
import { workOf } from '../end-work';
import { linesOf } from '../inspections/unit-papers';
import { endOfDay } from '../reports/report-title';
import { lineOf, summed } from './score-sums';

/** The table of criteria is whole: every row is worth something, and somebody scores himself until a day. */
const lapTieuChi: Act = async (context) => {
  const { today } = context;
  const { work, board } = await boardOf(context);
  const { criteria, bodies, dueOn } = board;
  demandComplete(work.id, [
    ...(criteria.some(({ kind }) => kind === 'base') ? [] : [missing('criteria')]),
    ...criteria.flatMap(({ id, most }) => ((readPoints(most) ?? 0) > 0 ? [] : [missing(`criteria.${id}.most`)])),
    ...(criteria.some(({ movement }) => movement) ? [] : [missing('movement-row')]),
    ...(bodies.length > 0 ? [] : [missing('bodies')]),
    ...(dueOn === null ? [missing('dueOn')] : dueOn < formatLocalDate(today) ? [{ field: 'dueOn', code: 'in-past' }] : []),
  ]);
  const facts = { workId: work.id, criteria: criteria.length, bodies, dueOn };
  return { variables: { closesAt: endOfDay(dueOn) }, audit: { action: 'score-criteria-set', facts } };
};

/** Collecting is over: whoever has not handed in is told in the minutes and scored without. */
const dongNhan: Act = async (context) => {
  const { deps, tx, task } = context;
  const { work } = await boardOf(context);
  const sheets = await deps.stores.scores.sheetsOf(task.provinceId, work.id, tx);
  const left = sheets.filter(({ handedInAt }) => handedInAt === null).map(({ orgId }) => orgId);
  return { variables: {}, audit: { action: 'score-sheets-collected', facts: { workId: work.id, asked: sheets.length, missing: left } } };
};

/** Every body has every row, and every change says why. */
const thamDinhDiem: Act = async (context) => {
  const { deps, tx, task } = context;
  const { work, board } = await boardOf(context);
  const { scores } = deps.stores;
  const sheets = await scores.sheetsOf(task.provinceId, work.id, tx);
  const lines = await scores.linesOf(
    task.provinceId,
    sheets.map(({ id }) => id),
    tx,
  );
  const found = summed(board, sheets, lines);
  demandComplete(
    work.id,
    found.flatMap(({ sheet, open }) => open.map(({ criterion, code }) => ({ field: `${sheet.orgId}.${criterion}`, code }))),
  );
  const totals = Object.fromEntries(found.map(({ sheet, givenTotal }) => [sheet.orgId, givenTotal]));
  return { variables: {}, audit: { action: 'scores-appraised', facts: { workId: work.id, totals } } };
};

/** The meeting that went through the sheets: its minutes are made of this, and signed by whoever led it. */
const hopChamDiem: Act = async (context) => {
  const { deps, tx, task, data } = context;
  const { work } = await boardOf(context);
  const [startTime, endTime] = [textOf(data, 'startTime') ?? '', textOf(data, 'endTime') ?? ''];
  const total = numberOf(data, 'total');
  const absent = absentIn(textOf(data, 'absent'));
  const wrong = [
    ...(endTime > startTime ? [] : [{ field: 'endTime', code: 'too-small' }]),
    ...(absent === undefined ? [{ field: 'absent', code: 'pattern' }] : []),
    ...((absent?.length ?? 0) < total ? [] : [{ field: 'absent', code: 'too-large' }]),
  ];
  const [chair] = await deps.stores.people.positionsById(task.provinceId, [textOf(data, 'chair') ?? ''], tx);
  if (wrong.length > 0 || chair === undefined) {
    throw new Refused('form-invalid', { problems: wrong.length > 0 ? wrong : [{ field: 'chair', code: 'not-a-choice' }] });
  }
  await deps.stores.scores.setMeeting(tx, task.provinceId, work.id, {
    ...{ date: (textOf(data, 'date') ?? '').slice(0, 10), startTime, endTime, place: textOf(data, 'place') ?? '', total },
    ...{ chair: textOf(data, 'chair') ?? '', secretary: textOf(data, 'secretary') ?? '' },
    absent: (absent ?? []).map((one) => ({ ...one })),
    opinions: linesOf(textOf(data, 'opinions')),
    conclusions: linesOf(textOf(data, 'conclusions')),
  });
  return {
    variables: { minutesOrg: chair.orgId, minutesRole: chair.role },
    audit: { action: 'scores-discussed', facts: { workId: work.id, total, absent: absent?.length ?? 0 } },
  };
};

/** A body has given itself points in every row. */
const tuChamDiem: Act = async (context) => {
  const { deps, tx, task } = context;
  const { work, sheet, board } = await sheetOf(context);
  const lines = await deps.stores.scores.linesOf(task.provinceId, [sheet.id], tx);
  demandComplete(
    work.id,
    sheetProblems(board.criteria, lines.map(lineOf), 'self').map(({ criterion, code }) => ({ field: criterion, code })),
  );
  return { variables: {}, audit: { action: 'score-sheet-put-forward', facts: { workId: work.id, version: sheet.version } } };
};

/** Its head stands for it, or gives it back. */
const duyetTuCham: Act = async (context) => {
  const { deps, tx, task, data } = context;
  const { work } = await sheetOf(context);
  const outcome = textOf(data, 'outcome') === 'send-back' ? 'send-back' : 'approve';
  const sentBack = outcome === 'send-back' ? { outcome, reason: textOf(data, 'reason') ?? '' } : null;
  await deps.stores.works.setFacts(tx, task.provinceId, work.id, { sentBack });
  return { variables: { outcome }, audit: { action: 'score-sheet-looked-at', facts: { workId: work.id, outcome } } };
};

/** Lines 'họ tên; chức vụ; lý do'; undefined when one of them lacks a part. */
function absentIn(
  text: string | undefined,
): readonly { readonly name: string; readonly title: string; readonly reason: string }[] | undefined {
  const found = linesOf(text).map((line) => line.split(';').map((part) => part.trim()));
  return found.every((parts) => parts.length === 3 && parts.every((part) => part !== ''))
    ? found.map(([name = '', title = '', reason = '']) => ({ name, title, reason }))
    : undefined;
}

async function boardOf({ deps, tx, task }: ActContext): Promise<{ readonly work: WorkRecord; readonly board: ScoreBoardRecord }> {
  const work = await workOf(deps, task, tx);
  const board = await deps.stores.scores.byId(task.provinceId, work.id, tx);
  if (board === undefined) {
    throw new Error(`work ${work.id} scores nobody`);
  }
  return { work, board };
}

async function sheetOf({ deps, tx, task }: ActContext): Promise<{
  readonly work: WorkRecord;
  readonly sheet: ScoreSheetRecord;
  readonly board: ScoreBoardRecord;
}> {
  const work = await workOf(deps, task, tx);
  const sheet = await deps.stores.scores.sheet(task.provinceId, work.id, tx);
  const board = sheet === undefined ? undefined : await deps.stores.scores.byId(task.provinceId, sheet.boardId, tx);
  if (sheet === undefined || board === undefined) {
    throw new Error(`work ${work.id} is no score sheet`);
  }
  return { work, sheet, board };
}

interface Missing {
  readonly field: string;
  readonly code: string;
}

function missing(field: string): Missing {
  return { field, code: 'required' };
}

/** @throws Refused work-incomplete with every field that is missing */
function demandComplete(workId: string, problems: readonly Missing[]): void {
  if (problems.length > 0) {
    throw new Refused('work-incomplete', { workId, problems: problems.map(({ field, code }) => ({ field, code })) });
  }
}

/** By form id. */
export const SCORING_ACTS: Readonly<Record<string, Act>> = {
  'lap-tieu-chi-cham-diem': lapTieuChi,
  'dong-nhan-tu-cham': dongNhan,
  'tham-dinh-diem': thamDinhDiem,
  'hop-cham-diem': hopChamDiem,
  'tu-cham-diem': tuChamDiem,
  'duyet-tu-cham': duyetTuCham,
};
