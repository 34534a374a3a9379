import type { WorkRecord } from '@thidua/store';
import type { Act, ActContext } from '../../acts/act';
import { textOf } from '../../acts/form-data';
import { Refused } from '../../refused';
import { workOf } from '../end-work';
import { signWorkPapers } from '../issue-acts';
import { aboutOf, answerOf, dossiersOfUnit } from './registration-facts';

/** The list of registrations closes before its day; who has not answered is said aloud, and may still hand in dossiers. */
const chotDangKy: Act = async (context) => {
  const { deps, tx, task, data } = context;
  const work = await workOf(deps, task, tx);
  const units = await deps.stores.works.list(task.provinceId, { parentId: work.id, kinds: ['registration'] }, tx);
  const missing = units.filter((unit) => answerOf(unit) === null);
  if (missing.length > 0 && data['despiteMissing'] !== true) {
    const details = { workId: work.id, count: missing.length, orgIds: missing.map((unit) => unit.orgId) };
    throw new Refused('registrations-missing', details);
  }
  const facts = { workId: work.id, invited: units.length, missing: missing.length };
  return { variables: { missing: missing.length }, audit: { action: 'registrations-closed', facts } };
};

/** The unit's list goes to its head, or the unit says that it registers nobody and why. */
const lapDangKy: Act = async (context) => {
  const { deps, tx, task, data } = context;
  const work = await workOf(deps, task, tx);
  if (textOf(data, 'outcome') === 'none') {
    await answer(context, work, 'none');
    return { variables: { outcome: 'none' }, audit: { action: 'registration-declined', facts: { workId: work.id, rows: 0 } } };
  }
  const rows = await deps.stores.registrations.ofWork(task.provinceId, work.id, tx);
  if (rows.length === 0) {
    throw new Refused('work-incomplete', { workId: work.id, problems: [{ field: 'rows', code: 'required' }] });
  }
  await deps.stores.works.setFacts(tx, task.provinceId, work.id, { putForward: true });
  return {
    variables: { outcome: 'register' },
    audit: { action: 'registration-put-forward', facts: { workId: work.id, rows: rows.length } },
  };
};

/** The head signs the list: from here on the unit is registered. */
const kyDangKy: Act = async (context) => {
  const { deps, tx, task, data, nowMs } = context;
  const work = await workOf(deps, task, tx);
  if (textOf(data, 'outcome') === 'send-back') {
    const reason = demandReason(context);
    await deps.stores.works.setFacts(tx, task.provinceId, work.id, { putForward: false, sentBack: { outcome: 'send-back', reason } });
    return { variables: { outcome: 'send-back' }, audit: { action: 'papers-sent-back', facts: { workId: work.id } } };
  }
  const { paperIds, signatureMode, capacity } = await signWorkPapers(context);
  await deps.stores.works.setFacts(tx, task.provinceId, work.id, { answer: 'registered', sentBack: null });
  await deps.stores.works.setStatus(tx, task.provinceId, work.id, 'submitted', nowMs);
  const facts = { workId: work.id, paperIds: [...paperIds], signatureMode, capacity };
  return { variables: { outcome: 'sign' }, audit: { action: 'registration-sent', facts } };
};

/** The unit has handed in what it proposes, or says that it proposes nobody and why. */
const nopHoSo: Act = async (context) => {
  const { deps, tx, task, data } = context;
  const work = await workOf(deps, task, tx);
  if (textOf(data, 'outcome') === 'none') {
    const reason = demandReason(context);
    await deps.stores.works.setFacts(tx, task.provinceId, work.id, { proposes: 'none', proposesReason: reason });
    return { variables: { outcome: 'none' }, audit: { action: 'occasion-declined', facts: { workId: work.id } } };
  }
  const dossiers = await dossiersOfUnit(deps, task.provinceId, work, tx);
  if (dossiers.length === 0) {
    throw new Refused('work-incomplete', { workId: work.id, problems: [{ field: 'dossiers', code: 'required' }] });
  }
  await deps.stores.works.setFacts(tx, task.provinceId, work.id, { proposes: 'submitted' });
  const facts = { workId: work.id, dossierIds: dossiers.map((one) => one.id), ...aboutOf(work) };
  return { variables: { outcome: 'submitted' }, audit: { action: 'occasion-answered', facts } };
};

async function answer(context: ActContext, work: WorkRecord, said: 'none'): Promise<void> {
  const answerReason = demandReason(context);
  await context.deps.stores.works.setFacts(context.tx, context.task.provinceId, work.id, { answer: said, answerReason });
}

function demandReason({ data }: ActContext): string {
  const reason = textOf(data, 'reason');
  if (reason === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'reason', code: 'required' }] });
  }
  return reason;
}

/** By form id. */
export const OCCASION_ACTS: Readonly<Record<string, Act>> = {
  'chot-dang-ky': chotDangKy,
  'lap-dang-ky': lapDangKy,
  'ky-dang-ky': kyDangKy,
  'nop-ho-so-phong-trao': nopHoSo,
};
