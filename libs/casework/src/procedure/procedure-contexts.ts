import { dayOf } from '@thidua/kernel';
import type { CaseworkDeps } from '../deps';
import { nameOfAward } from '../law/names';
import { packByHash, packIfAny } from '../law/pack-of';
import { tiersOf } from '../law/tiers-of';
import { packOfRound, pathOf, recommended } from '../rounds/round-law';
import type { TaskContext, TaskContextQuery } from '../task-context';
import type { TaskRecord } from '../task-record';
import { partsOf } from './dossier-parts';

/** The limit of an answer (law.md T-03). */
const CONSULTATION = 'T-03';

/** What the forms of procedure open with and choose from. */
export const PROCEDURE_CONTEXTS: Readonly<Record<string, TaskContextQuery>> = {
  'tiep-nhan': receiving,
  'ky-quyet-dinh': deciding,
  'tra-loi-y-kien': answering,
  'tong-hop-gop-y': summing,
};

/** Every part the law of the day wants of this dossier: what is missing is asked for at once. */
async function receiving(deps: CaseworkDeps, task: TaskRecord): Promise<TaskContext> {
  const dossier = task.dossierId === null ? undefined : await deps.stores.dossiers.byId(task.provinceId, task.dossierId);
  if (dossier === undefined) {
    return {};
  }
  const today = dayOf(deps.clock.nowMs());
  const pack = dossier.packHash === null ? packIfAny(deps.law, today, task.provinceId)?.pack : await packByHash(deps, dossier.packHash);
  const rows = await deps.stores.rows.ofDossier(task.provinceId, dossier.id);
  const asked = rows
    .filter((row) => row.state === 'open')
    .map(({ award, awardType }) => ({ award, awardType, procedure: dossier.procedure }));
  const parts = pack === undefined ? [] : partsOf(pack, asked, today);
  return {
    options: { parts: parts.map(({ code, text }) => ({ value: code, label: text })) },
    context: { procedure: dossier.procedure, parts: parts.map(({ code, text }) => ({ code, text })) },
  };
}

/** The rows whose decision is before the head: any of them he may refuse. */
async function deciding(deps: CaseworkDeps, task: TaskRecord): Promise<TaskContext> {
  const round = task.roundId === null ? undefined : await deps.stores.rounds.byId(task.provinceId, task.roundId);
  if (round === undefined) {
    return {};
  }
  const [pack, tiers] = [await packOfRound(deps, round), await tiersOf(deps, task.provinceId, round.orgId)];
  const rows = recommended(await deps.stores.roundRows.ofRound(task.provinceId, round.id));
  const mine = rows.filter((row) => pathOf(pack, row.award, round.level, dayOf(deps.clock.nowMs())) === 'local');
  return {
    options: { decidedRows: mine.map((row) => ({ value: row.id, label: `${row.name}, ${nameOfAward(pack, row.award, tiers, 'full')}` })) },
  };
}

/** The question that is to be answered. */
async function answering({ stores }: CaseworkDeps, task: TaskRecord): Promise<TaskContext> {
  const id = task.local['opinionId'];
  const asked = task.roundId === null ? [] : await stores.opinions.ofRound(task.provinceId, task.roundId);
  const question = asked.find((one) => one.id === id);
  if (question === undefined) {
    return {};
  }
  const { body, subject, dueOn } = question;
  return { context: { question: { body, subject, dueOn, ruleId: CONSULTATION } } };
}

/** What people said of the notice, and whether each of it was handled. */
async function summing({ stores }: CaseworkDeps, task: TaskRecord): Promise<TaskContext> {
  const id = task.local['notice'];
  const comments = typeof id === 'string' ? await stores.comments.ofNotice(task.provinceId, id) : [];
  const open = comments.filter((comment) => comment.handledAt === null).length;
  return {
    values: { summary: comments.length === 0 ? 'Trong thời gian công khai không nhận được ý kiến góp ý nào.' : '' },
    context: { comments: comments.length, open },
  };
}
