import { mayChangePaper, mayKeepRecords } from '@thidua/access';
import type { PaperChangeAsk } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { OrgRecord, PaperRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import type { Handler } from '../handler';
import { once } from '../once';
import { paperFor } from '../papers/sight';
import { Refused } from '../refused';
import { stampOf } from '../stamp';
import type { Post } from './revocation-places';
import { whyNotCancelNumber, whyNotChange } from './change-possible';
import { note } from '../note';

/** Đính chính, hủy bỏ văn bản, cấp lại, sao y: a process of its own beside the issued paper, which never changes. */
export const changePaper: Handler<'changePaper'> = async (deps, { actor, params, body, key }) => {
  const paper = await paperFor(deps, actor, params['id'] ?? '');
  const verdict = mayChangePaper(actor, [paper.orgId]);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { paperId: paper.id });
  }
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 9))', [`paper-change ${paper.id}`]);
    const whyNot = whyNotChange(paper, body.action, await deps.stores.paperChanges.ofPaper(provinceId, paper.id, tx));
    if (whyNot !== null) {
      throw new Refused('change-not-possible', { paperId: paper.id, action: body.action, reason: whyNot });
    }
    const facts = factsOf(body);
    const ids = { id: newId(deps.clock), instanceId: newId(deps.clock) };
    const atMs = deps.clock.nowMs();
    await deps.stores.paperChanges.insert(tx, provinceId, {
      ...ids,
      paperId: paper.id,
      action: body.action,
      reason: body.reason,
      facts,
      orgId: paper.orgId,
      askedBy: verdict.position.id,
      atMs,
    });
    const { dossierId, roundId } = paper;
    const answer = await deps.runtime.start(
      {
        provinceId,
        processKey: 'van-ban-sau-ban-hanh',
        instanceId: ids.instanceId,
        businessKey: paper.numberText ?? paper.kind,
        variables: await variablesOf(deps, provinceId, { change: ids.id, action: body.action, paper }),
        subject: {
          orgId: paper.orgId,
          ...(dossierId === null ? {} : { dossierId }),
          ...(roundId === null ? {} : { roundId }),
        },
        audit: { action: `paper-${body.action}-asked`, facts: { changeId: ids.id, paperId: paper.id } },
        actor: stampOf(actor, verdict),
      },
      tx,
    );
    if (!answer.ok) {
      throw new Error(`the process for paper ${paper.id} did not start: ${answer.reason}`);
    }
    return { changeId: ids.id };
  });
};

/** What the action needs besides its reason. @throws Refused request-invalid */
function factsOf({ action, corrections = [], copies = 1, purpose = '', to = [] }: PaperChangeAsk): JsonObject {
  const corrects = action === 'correct-form' || action === 'correct-content';
  if (corrects && corrections.length === 0) {
    throw new Refused('request-invalid', { fields: [{ path: 'corrections', problem: 'required', kind: 'custom' }] });
  }
  if (corrects) {
    return { corrections, to };
  }
  return action === 'copy' ? { copies, purpose, to } : {};
}

async function variablesOf(
  deps: CaseworkDeps,
  provinceId: string,
  { change, action, paper }: { readonly change: string; readonly action: PaperChangeAsk['action']; readonly paper: PaperRecord },
): Promise<JsonObject> {
  const org = await deps.stores.people.org(provinceId, paper.orgId);
  if (org === undefined) {
    throw new Error(`organisation ${paper.orgId} is not there`);
  }
  const desk = await deskOf(deps, org);
  return {
    change,
    action,
    org: paper.orgId,
    signerRole: action === 'copy' ? 'records-clerk' : headRole(org),
    desk: desk.orgId,
    deskRole: desk.role,
    // A replacement is no new decision: it bears the number of the first.
    numbered: action !== 'replace',
  };
}

function headRole({ kind }: OrgRecord): string {
  return kind === 'department' ? 'director' : kind === 'commune' || kind === 'district' || kind === 'province' ? 'chair' : 'head';
}

async function deskOf(deps: CaseworkDeps, org: OrgRecord): Promise<Post> {
  if (org.kind !== 'province') {
    return { orgId: org.id, role: org.level === 'UNIT' ? 'clerk' : 'appraiser' };
  }
  const { department } = await deps.stores.people.seats(org.provinceId);
  return { orgId: department?.id ?? org.id, role: 'appraiser' };
}

/** Hủy số: a line in the register, with its reason; the number is never given again (decision 28). */
export const cancelNumber: Handler<'cancelNumber'> = async (deps, { actor, params, body, key }) => {
  const seen = await paperFor(deps, actor, params['id'] ?? '');
  const verdict = mayKeepRecords(actor, seen.orgId);
  if (!verdict.allowed) {
    throw new Refused('forbidden', { paperId: seen.id });
  }
  return once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const paper = (await deps.stores.papers.byId(provinceId, seen.id, tx)) ?? seen;
    const whyNot = whyNotCancelNumber(paper);
    const atMs = deps.clock.nowMs();
    if (whyNot !== null || !(await deps.stores.numbers.cancel(tx, provinceId, paper.id, { reason: body.reason, atMs }))) {
      throw new Refused('change-not-possible', { paperId: paper.id, action: 'cancel-number', reason: whyNot ?? 'no-number' });
    }
    await deps.stores.paperChanges.cancelPaper(tx, provinceId, paper.id);
    await deps.stores.paperChanges.mark(tx, provinceId, newId(deps.clock), {
      paperId: paper.id,
      kind: 'number-withdrawn',
      byTitle: 'Sổ đăng ký văn bản',
      byNumber: paper.numberText,
      byDate: paper.numberDate,
      byBody: paper.orgName,
      byPaperId: null,
      atMs,
    });
    await note(deps, tx, actor, {
      on: 'paper',
      id: paper.id,
      position: verdict.position,
      action: 'number-withdrawn',
      facts: { paperId: paper.id, numberText: paper.numberText },
    });
    return { done: true as const };
  });
};
