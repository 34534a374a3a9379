import { compareDates, formatLocalDate, parseLocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { RevocationPaper } from '@thidua/store';
import type { Act, ActContext } from '../acts/act';
import { textOf } from '../acts/form-data';
import { Refused } from '../refused';
import { caseOfTask } from './case-at-hand';

/** All is back; or the office ends the collecting and says why something is not (T-24). */
export const thuHoiHienVat: Act = async (context) => {
  const { deps, tx, task, data } = context;
  const found = await caseOfTask(context);
  const outcome = textOf(data, 'outcome') ?? 'complete';
  const rows = await deps.stores.revocations.rows(task.provinceId, found.id, tx);
  const missing = rows.filter((row) => (row.itemDue && !row.itemBack) || row.moneyBack < row.moneyDue);
  if (outcome === 'complete' && missing.length > 0) {
    throw new Refused('recovery-incomplete', {
      rows: missing.map(({ rowId, moneyDue, moneyBack, itemDue, itemBack }) => ({
        rowId,
        moneyLeft: moneyDue - moneyBack,
        itemLeft: itemDue && !itemBack,
      })),
    });
  }
  if (outcome === 'short' && textOf(data, 'reason') === undefined) {
    throw new Refused('form-invalid', { problems: [{ field: 'reason', code: 'required' }] });
  }
  const facts = { revocationId: found.id, missing: missing.map((row) => row.rowId) };
  return { variables: { outcome }, audit: { action: outcome === 'short' ? 'recovery-ended-short' : 'recovery-completed', facts } };
};

/** Where and when the revocation was made public. */
export const congKhaiHuyBo: Act = async (context) => {
  const { deps, tx, task, data } = context;
  const found = await caseOfTask(context);
  await deps.stores.revocations.publish(tx, task.provinceId, found.id, textOf(data, 'where') ?? '', dayIn(context, 'date'));
  return { variables: {}, audit: { action: 'revocation-published', facts: { revocationId: found.id } } };
};

/** The proposal went to Bộ Nội vụ. */
export const guiHuyBo: Act = async (context) => {
  const found = await caseOfTask(context);
  await context.deps.stores.revocations.setStatus(context.tx, context.task.provinceId, found.id, { status: 'forwarded' });
  return recorded(context, found.id, 'sent');
};

/** What the honourees gave back went on to Bộ Nội vụ (T-24). */
export const chuyenHienVat: Act = async (context) => recorded(context, (await caseOfTask(context)).id, 'items-forwarded');

/** Those concerned were reminded of what is still to come back. */
export const donDocThuHoi: Act = async (context) => {
  const found = await caseOfTask(context);
  return { variables: {}, audit: { action: 'recovery-reminded', facts: { revocationId: found.id } } };
};

async function recorded(context: ActContext, revocationId: string, kind: RevocationPaper['kind']): ReturnType<Act> {
  const { deps, tx, task, acting, data, nowMs } = context;
  const paper: RevocationPaper = {
    id: newId(deps.clock),
    kind,
    numberText: textOf(data, 'numberText') ?? null,
    date: dayIn(context, 'date'),
    body: 'Bộ Nội vụ',
    ground: textOf(data, 'note') ?? null,
    granted: null,
    fileSha256: null,
  };
  await deps.stores.revocations.addPaper(tx, task.provinceId, { revocationId, paper }, { positionId: acting.position.id, atMs: nowMs });
  return { variables: {}, audit: { action: `revocation-${kind}`, facts: { revocationId, paperId: paper.id } } };
}

/** A day of the form, not after today. @throws Refused form-invalid */
function dayIn({ data, today }: ActContext, field: string): string {
  const day = parseLocalDate((textOf(data, field) ?? '').slice(0, 10));
  if (day === undefined || compareDates(day, today) > 0) {
    throw new Refused('form-invalid', { problems: [{ field, code: day === undefined ? 'not-a-date' : 'in-future' }] });
  }
  return formatLocalDate(day);
}
