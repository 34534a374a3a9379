import { mayPursueRevocation } from '@thidua/access';
import { rewardFor } from '@thidua/awards';
import { compareDates, dayOf, parseLocalDate, type JsonObject, type LocalDate } from '@thidua/kernel';
import { newId } from '@thidua/runtime';
import type { DecisionRecord, DossierRecord, NomineeRow, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import type { Handler } from '../handler';
import { packByHash } from '../law/pack-of';
import { standing } from '../money/reward-plan';
import { once } from '../once';
import { isId } from '../papers/sight';
import { Refused } from '../refused';
import { stampOf } from '../stamp';
import { revocationPlaces, type RevocationPlaces } from './revocation-places';

/** A conclusion shows a ground of R-23: the case is opened over the rows it is about, and the submitting level drafts its proposal. */
export const openRevocation: Handler<'openRevocation'> = (deps, { actor, params, body, key }) =>
  once(deps, key, async (tx) => {
    const { provinceId } = actor;
    const nowMs = deps.clock.nowMs();
    const today = dayOf(nowMs);
    const decision = await decisionOf(deps, tx, provinceId, params['id'] ?? '');
    const rows = await rowsAtHand(deps, tx, { provinceId, decision, rowIds: body.rowIds });
    const dossier = await dossierFor(deps, actor, rows[0]?.dossierId ?? '', tx);
    const places = await revocationPlaces(deps, { provinceId, decision, dossier, today }, tx);
    const verdict = mayPursueRevocation(actor, [
      places.proposer.orgId,
      places.desk.orgId,
      ...(places.decider === null ? [] : [places.decider.orgId]),
    ]);
    if (!verdict.allowed) {
      throw new Refused('forbidden', { decisionId: decision.id });
    }
    demandSoundConclusion(body.conclusion.date, decision, today);
    const ids = { id: newId(deps.clock), instanceId: newId(deps.clock) };
    const code = await nextCode(deps, tx, provinceId, today);
    const { conclusion, ground } = body;
    await deps.stores.revocations.insert(
      tx,
      provinceId,
      {
        ...ids,
        code,
        decisionId: decision.id,
        award: decision.award,
        roundId: decision.roundId,
        dossierId: dossier.id,
        path: places.path,
        proposerOrgId: places.proposer.orgId,
        deciderOrgId: places.decider?.orgId ?? null,
        ground,
        conclusionText: conclusion.text,
        conclusionNumber: conclusion.number,
        conclusionDate: conclusion.date,
        conclusionBody: conclusion.body,
        fileSha256: null,
        openedBy: verdict.position.id,
        rows: await duesOf(deps, tx, { provinceId, decision, dossier, rows }),
      },
      nowMs,
    );
    const answer = await deps.runtime.start(
      {
        provinceId,
        processKey: 'thu-hoi-khen-thuong',
        instanceId: ids.instanceId,
        businessKey: code,
        variables: variablesOf(ids.id, places),
        subject: {
          orgId: places.desk.orgId,
          dossierId: dossier.id,
          packHash: places.packHash,
          ...(decision.roundId === null ? {} : { roundId: decision.roundId }),
        },
        audit: {
          action: 'revocation-opened',
          facts: { revocationId: ids.id, decisionId: decision.id, ruleId: 'R-23', ground, rowIds: rows.map((row) => row.id) },
        },
        actor: stampOf(actor, verdict),
      },
      tx,
    );
    if (!answer.ok) {
      throw new Error(`the process of revocation ${code} did not start: ${answer.reason}`);
    }
    return { revocationId: ids.id, code };
  });

async function decisionOf(deps: CaseworkDeps, tx: Tx, provinceId: string, id: string): Promise<DecisionRecord> {
  const [decision] = isId(id) ? await deps.stores.decisions.byIds(provinceId, [id], tx) : [];
  if (decision === undefined) {
    throw new Refused('not-found', { what: 'decision' });
  }
  return decision;
}

/** Awarded rows of this decision and of one dossier, none of them in another case. */
async function rowsAtHand(
  deps: CaseworkDeps,
  tx: Tx,
  { provinceId, decision, rowIds }: { readonly provinceId: string; readonly decision: DecisionRecord; readonly rowIds: readonly string[] },
): Promise<readonly NomineeRow[]> {
  const rows: NomineeRow[] = [];
  for (const id of [...new Set(rowIds)].toSorted()) {
    const row = await deps.stores.rows.lock(tx, provinceId, id);
    if (row?.decisionId !== decision.id) {
      throw new Refused('not-found', { what: 'row' });
    }
    rows.push(row);
  }
  const [first] = rows;
  if (first === undefined || rows.some((row) => row.dossierId !== first.dossierId)) {
    throw new Refused('revocation-not-possible', { reason: 'rows-of-one-dossier' });
  }
  if (rows.some((row) => row.state !== 'awarded') || decision.numberText === null) {
    throw new Refused('revocation-not-possible', { reason: decision.numberText === null ? 'not-issued' : 'not-awarded' });
  }
  const busy = await deps.stores.revocations.underWay(
    tx,
    provinceId,
    rows.map((row) => row.id),
  );
  if (busy.length > 0) {
    throw new Refused('revocation-not-possible', { reason: 'under-way', rowIds: busy });
  }
  return rows;
}

function demandSoundConclusion(date: string, decision: DecisionRecord, today: LocalDate): void {
  const day = parseLocalDate(date);
  if (day === undefined || compareDates(day, today) > 0) {
    throw new Refused('request-invalid', {
      fields: [{ path: 'conclusion.date', problem: day === undefined ? 'day' : 'in-future', kind: 'custom' }],
    });
  }
  if (date < (decision.numberDate ?? decision.date)) {
    throw new Refused('revocation-not-possible', {
      reason: 'conclusion-before-decision',
      decisionDate: decision.numberDate ?? decision.date,
    });
  }
}

/** What each honouree holds: a certificate once it was issued, and the money that was paid; without a ledger the sum of the decision's day (M-01). */
async function duesOf(
  deps: CaseworkDeps,
  tx: Tx,
  {
    provinceId,
    decision,
    dossier,
    rows,
  }: {
    readonly provinceId: string;
    readonly decision: DecisionRecord;
    readonly dossier: DossierRecord;
    readonly rows: readonly NomineeRow[];
  },
): Promise<readonly { rowId: string; moneyDue: number; itemDue: boolean }[]> {
  const rowIds = rows.map((row) => row.id);
  const [pack, entries, papers] = [
    await packByHash(deps, dossier.packHash ?? decision.packHash),
    await deps.stores.funds.ofRows(provinceId, rowIds, tx),
    await deps.stores.papers.ofDecision(provinceId, decision.id, tx),
  ];
  const decisionDate = parseLocalDate(decision.date);
  return rows.map((row) => {
    const own = entries.filter((entry) => entry.rowId === row.id);
    const reward = decisionDate === undefined ? undefined : rewardFor(pack, { award: decision.award, nomineeKind: row.kind, decisionDate });
    const moneyDue = own.length > 0 ? standing(own).paid : reward?.ok === true ? reward.value.amount : 0;
    return { rowId: row.id, moneyDue, itemDue: decision.external || papers.some((paper) => paper.rowId === row.id) };
  });
}

function variablesOf(revocation: string, { path, proposer, desk, decider }: RevocationPlaces): JsonObject {
  return {
    revocation,
    path,
    proposer: proposer.orgId,
    proposerRole: proposer.role,
    numbered: proposer.numbered,
    desk: desk.orgId,
    deskRole: desk.role,
    decider: decider?.orgId ?? desk.orgId,
    deciderRole: decider?.role ?? desk.role,
  };
}

async function nextCode(deps: CaseworkDeps, tx: Tx, provinceId: string, { year }: LocalDate): Promise<string> {
  const n = await deps.stores.dossiers.nextNumber(tx, provinceId, `HB-${provinceId}`, String(year));
  return `HB-${provinceId}-${year}-${String(n).padStart(4, '0')}`;
}
