import { countFindings, suggestedResult } from '@thidua/awards';
import { mayWorkFor } from '@thidua/access';
import type { InspectedUnitView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import type { InspectedUnitRecord } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { Handler } from '../../handler';
import { proofViews } from '../proofs/proof-views';
import { isStepOpen } from '../step-open';
import { todayOf } from '../work-views';
import { inspectorPost, unitFor } from './inspection-at-hand';
import { conclusionOf, minutesOf } from './unit-papers';
import { unitSummary } from './unit-summary';

/** What was found at one body; a conclusion in the making is nobody's but the inspectors'. */
export const inspectedUnit: Handler<'inspectedUnit'> = async (deps, { actor, params }): Promise<InspectedUnitView> => {
  const { work, movement, unit, inspection } = await unitFor(deps, actor, params['id'] ?? '');
  const { provinceId } = actor;
  const findings = await deps.stores.inspections.findings(provinceId, unit.id);
  const runs = inspectorPost(actor, movement) !== undefined;
  const [checking, concluding, mending] = [
    await isStepOpen(deps, provinceId, work, 'ghi-ket-qua-kiem-tra'),
    await isStepOpen(deps, provinceId, work, 'lap-ket-luan-kiem-tra'),
    await isStepOpen(deps, provinceId, work, 'khac-phuc-kiem-tra'),
  ];
  const told = runs || (await isConclusionIssued(deps, provinceId, unit.id));
  const summary = unitSummary(unit, work, findings, todayOf(deps));
  return {
    ...(told ? summary : { ...summary, result: null, followUpDue: null }),
    ...{ inspectionId: unit.inspectionId, movementId: work.movementId, movementName: movement.record.content.name.value },
    ...{ version: unit.version, place: unit.place, team: [...inspection.team], findings: [...findings], minutes: minutesOf(unit) },
    answer: [...unit.answer],
    signed: await signedBy(deps, provinceId, unit),
    conclusion: conclusionOf(told ? unit : { conclusion: {}, result: null }),
    suggested: suggestedResult(countFindings(findings.flatMap(({ result }) => (result === null ? [] : [result])))),
    followUpReport: unit.followUpReport,
    proofs: [...(await proofViews(deps, provinceId, work.id))],
    may: {
      findings: runs && checking,
      conclusion: runs && concluding,
      proofs: (runs && checking) || (mending && mayWorkFor(actor, work.orgId).allowed),
    },
  };
};

async function isConclusionIssued({ stores }: CaseworkDeps, provinceId: string, workId: string): Promise<boolean> {
  const papers = await stores.papers.ofWork(provinceId, workId);
  return papers.some(({ kind, state }) => kind === 'ket-luan-kiem-tra' && state === 'issued');
}

export async function signedBy(
  { stores }: Pick<CaseworkDeps, 'stores'>,
  provinceId: string,
  { signedPerson, signedPosition, signedAt }: InspectedUnitRecord,
): Promise<InspectedUnitView['signed']> {
  if (signedPerson === null || signedAt === null) {
    return null;
  }
  const [post] = await stores.people.positionsById(provinceId, signedPosition === null ? [] : [signedPosition]);
  return { name: post?.fullName ?? '', title: post?.title ?? '', at: isoOf(signedAt.getTime()) };
}
