import { mayPursueRevocation, type Actor } from '@thidua/access';
import type { AfterDecisionView, RevocationView } from '@thidua/contract';
import { dayOf, isoOf } from '@thidua/kernel';
import type { DecisionRecord, NomineeRow, RevocationRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { dossierFor } from '../dossiers/dossier-sight';
import type { Handler } from '../handler';
import { nameOfAward } from '../law/names';
import { packByHash } from '../law/pack-of';
import { tiersOf } from '../law/tiers-of';
import { paperSummary } from '../papers/paper-summary';
import { pursuerOf, revocationFor } from './case-sight';
import { GROUND_TEXTS } from './grounds';
import { revocationPlaces } from './revocation-places';

/** Everything about one case: the conclusion, who proposes and decides, its papers, what is due and what came back. */
export const revocation: Handler<'revocation'> = async (deps, { actor, params }) =>
  viewOf(deps, actor, await revocationFor(deps, actor, params['id'] ?? ''));

/** What stands behind a dossier after its decisions: each decision with its rows, and the cases about them. */
export const afterDecision: Handler<'afterDecision'> = async (deps, { actor, params }): Promise<AfterDecisionView> => {
  const dossier = await dossierFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const { stores } = deps;
  const rows = await stores.rows.ofDossier(provinceId, dossier.id);
  const ids = [...new Set(rows.flatMap((row) => row.decisionId ?? []))];
  const [decisions, cases, tiers] = await Promise.all([
    stores.decisions.byIds(provinceId, ids),
    stores.revocations.ofDossier(provinceId, dossier.id),
    tiersOf(deps, provinceId, dossier.orgId),
  ]);
  const busy = await stores.revocations.underWay(
    deps.database.reader,
    provinceId,
    rows.map((row) => row.id),
  );
  const pack = dossier.packHash === null ? undefined : await packByHash(deps, dossier.packHash);
  const today = dayOf(deps.clock.nowMs());
  const may = async (decision: DecisionRecord): Promise<string | null> => {
    try {
      const { proposer, desk, decider } = await revocationPlaces(deps, { provinceId, decision, dossier, today });
      const bodies = [proposer.orgId, desk.orgId, ...(decider === null ? [] : [decider.orgId])];
      return mayPursueRevocation(actor, bodies).allowed ? null : 'forbidden';
    } catch (error) {
      if (error instanceof Error && 'code' in error) {
        return String(error.code);
      }
      throw error;
    }
  };
  return {
    decisions: await Promise.all(
      decisions.map(async (decision) => ({
        id: decision.id,
        award: decision.award,
        awardName: nameOfAward(pack, decision.award, tiers),
        numberText: decision.numberText,
        date: decision.numberDate ?? decision.date,
        orgName: decision.orgName,
        external: decision.external,
        canceled: decision.canceledAt !== null,
        whyNotRevocable: await may(decision),
        rows: rows.filter((row) => row.decisionId === decision.id).map((row) => rowLine(row, busy)),
      })),
    ),
    revocations: await Promise.all(cases.map((one) => viewOf(deps, actor, one))),
  };
};

function rowLine(row: NomineeRow, busy: readonly string[]): AfterDecisionView['decisions'][number]['rows'][number] {
  const { id: rowId, name, title, kind, state } = row;
  return { rowId, name, title, kind, state, revocable: state === 'awarded' && !busy.includes(rowId) };
}

async function viewOf(deps: CaseworkDeps, actor: Actor, found: RevocationRecord): Promise<RevocationView> {
  const { provinceId } = actor;
  const { stores } = deps;
  const [rows, central, papers, recoveries, [decision], pursuer] = await Promise.all([
    stores.revocations.rows(provinceId, found.id),
    stores.revocations.papers(provinceId, found.id),
    found.instanceId === null ? [] : stores.papers.ofInstance(provinceId, found.instanceId),
    stores.revocations.recoveries(provinceId, found.id),
    stores.decisions.byIds(provinceId, [found.decisionId]),
    pursuerOf(deps, actor, found),
  ]);
  const { id, code, path, ground, status, award } = found;
  return {
    id,
    code,
    path,
    ground,
    groundText: GROUND_TEXTS[ground],
    ruleId: 'R-23',
    status,
    award,
    decision: { id: found.decisionId, numberText: decision?.numberText ?? null, date: decision?.numberDate ?? decision?.date ?? null },
    proposer: found.proposerName,
    decider: found.deciderName,
    conclusion: {
      text: found.conclusionText,
      number: found.conclusionNumber,
      date: found.conclusionDate,
      body: found.conclusionBody,
      hasScan: found.fileSha256 !== null,
    },
    openedAt: isoOf(found.openedAt.getTime()),
    revokedOn: found.revokedOn,
    recoverBy: found.recoverBy,
    refusal: found.refusal,
    publishedOn: found.publishedOn,
    publishedWhere: found.publishedWhere,
    rows: rows.map((row) => ({ ...row })),
    recoveries: recoveries.map((entry) => ({ ...entry })),
    central: central.map(({ id: paperId, kind, numberText, date, body, ground: why, granted }) => ({
      id: paperId,
      kind,
      numberText,
      date,
      body,
      ground: why,
      granted,
    })),
    papers: papers.map(paperSummary),
    may: {
      record: pursuer !== undefined && path === 'central' && status === 'forwarded',
      recover: pursuer !== undefined && status === 'recovering',
      restore: pursuer !== undefined && path === 'central' && found.revokedOn !== null && status !== 'restored',
      uploadConclusion: pursuer !== undefined,
    },
  };
}
