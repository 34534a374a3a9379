import type { NomineeInput } from '@thidua/contract';
import { GIA_PHUC } from '../../people/cast';
import { followProcedure, type Office } from '../../steps/procedure';
import { appraise, closeIntake, communeBench, communeSubmission, councilVotes, provinceBench, signAndNumberRound } from '../../steps/round';
import { launchAndSubmit, receive, type UnitPlan } from '../../steps/unit';
import type { Stage } from '../case';
import { roundOf } from '../finish';

const COMMUNE: Office = { appraiser: 'gp.chuyenvien', signer: 'gp.chutich', clerk: 'gp.vanthu' };
const DEPARTMENT: Office = { appraiser: 'hp.snv.chuyenvien', signer: 'hp.snv.giamdoc', clerk: 'hp.snv.vanthu' };

const SCHOOL: Pick<UnitPlan, 'unit' | 'posts'> = { unit: 'gp.thcs' };

/** A dossier, of the school unless another is named, through the commune's council to the province's, everything law demands on the way done; answers both ids. */
export async function climb(
  stage: Stage,
  title: string,
  rows: readonly NomineeInput[],
  proposer = SCHOOL,
): Promise<{ readonly dossierId: string; readonly roundId: string }> {
  const { cast } = stage;
  const { dossierId } = await launchAndSubmit(cast, { ...proposer, title, occasion: 'annual', year: 2025, rows });
  await receive(cast, 'gp', dossierId, 'accept');
  const commune = communeBench(cast, GIA_PHUC);
  const communeRound = await roundOf(await cast.as(commune.appraiser), dossierId, 0);
  stage.say('Hội đồng xã xét, Chủ tịch UBND xã trình');
  await closeIntake(cast, commune, communeRound);
  await followProcedure(cast, COMMUNE, communeRound);
  await appraise(cast, commune, communeRound, {});
  await councilVotes(cast, commune, communeRound, {});
  await signAndNumberRound(cast, communeRound, communeSubmission('gp'));
  const province = provinceBench(cast, 'hp');
  const roundId = await roundOf(await cast.as(province.appraiser), dossierId, 1);
  stage.say('Sở Nội vụ lấy ý kiến, công khai, thẩm định; Hội đồng thành phố xét');
  await closeIntake(cast, province, roundId);
  await followProcedure(cast, DEPARTMENT, roundId);
  await appraise(cast, province, roundId, {});
  await councilVotes(cast, province, roundId, {});
  return { dossierId, roundId };
}
