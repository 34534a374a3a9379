import type { DossierView } from '@thidua/contract';
import { sendAndRecord } from '../cases/central';
import { expectThat, type Stage } from '../cases/case';
import { finish, roundOf } from '../cases/finish';
import type { CaseLine } from '../report';
import { Refused } from '../session';
import { followProcedure, type Office } from '../steps/procedure';
import {
  appraise,
  centralSubmission,
  closeIntake,
  communeBench,
  communeDecision,
  communeSubmission,
  councilVotes,
  departmentSubmission,
  provinceBench,
  signAndNumberRound,
  type Bench,
} from '../steps/round';
import { awaitTask, complete, fillRows } from '../steps/tasks';
import { launch, launchAndSubmit, launchOwn, receive, type UnitPlan } from '../steps/unit';
import { demandPapers, DOSSIER_PAPERS, type RoundOf } from './expected-papers';
import { pathOf } from './occasion-path';
import type { OccasionAwards, PlanPlace } from './plan-story';
import { deciderOf, proposalOf, type Decider } from './proposals';
import { saveRound } from './round-papers';

interface Running {
  readonly award: string;
  readonly decider: Decider;
  readonly unit: string;
  readonly dossierId: string;
  /** Straight to the province's office: nobody stands between. */
  readonly straight: boolean;
}

interface Wanted {
  readonly place: PlanPlace;
  readonly movementId: string;
  readonly occasion: OccasionAwards;
  /** By award, the movement of the chain above that it is proposed under, where people settled so. */
  readonly under: Readonly<Record<string, string>>;
}

/** Every award form of a menu on one occasion, a hồ sơ each, up to who decides it; what goes up together sits in one round. */
export async function playAwards(stage: Stage, wanted: Wanted): Promise<readonly CaseLine[]> {
  const { cast } = stage;
  const { place, movementId, occasion, under } = wanted;
  await refusedOutside(stage, wanted);
  const lines: CaseLine[] = [];
  const running: Running[] = [];
  for (const award of occasion.awards) {
    const above = under[award];
    const proposal = await proposalOf(cast, place, occasion, award);
    const plan: UnitPlan = { ...proposal, movementId, ...(above === undefined ? {} : { underMovementId: above }) };
    const decider = deciderOf(award);
    stage.say(`${award}: ${plan.unit} lập hồ sơ`);
    if (decider === 'own') {
      lines.push(await decideAtHome(stage, plan, pathOf(place, award)));
    } else {
      const straight = place.upwardTo === 'province' && decider !== 'commune';
      const { dossierId } = await launchAndSubmit(cast, plan);
      await receive(cast, straight ? `${place.province}.snv` : place.commune.prefix, dossierId, 'accept');
      running.push({ award, decider, unit: plan.unit, dossierId, straight });
    }
  }
  const rounds = [...(await communeDecides(stage, place, running)), ...(await provinceDecides(stage, place, running))];
  for (const { unit, dossierId, decider, award } of running) {
    const { line, dossier } = await finish(stage, await cast.as(`${unit}.nguoilap`), dossierId, pathOf(place, award));
    demandAwarded(dossier, decider);
    lines.push(line);
  }
  for (const { office, id, what } of rounds) {
    lines.push(await saveRound(stage, await cast.as(office), id, what));
  }
  return lines;
}

/** A round that was held, whose papers its standing office keeps. */
interface Held {
  readonly office: string;
  readonly id: string;
  readonly what: RoundOf;
}

/** An award the menu does not offer is refused with the plan's own line, and nothing is begun. */
async function refusedOutside(stage: Stage, { place, movementId, occasion }: Wanted): Promise<void> {
  const plan = { ...(await proposalOf(stage.cast, place, occasion, occasion.refused)), movementId };
  const refusal: unknown = await launch(stage.cast, plan).catch((error: unknown) => error);
  if (!(refusal instanceof Refused)) {
    throw new Error(`kế hoạch không có ${occasion.refused} mà vẫn được nhận`);
  }
  expectThat(refusal.code === 'award-not-on-menu', `bị từ chối vì không có trong kế hoạch, thấy ${refusal.message}`);
  stage.say(`${occasion.refused}: bị từ chối (${JSON.stringify(refusal.details['reason'])})`);
}

async function decideAtHome(stage: Stage, plan: UnitPlan, path: string): Promise<CaseLine> {
  const { cast } = stage;
  const { dossierId } = await launchOwn(cast, plan);
  const clerk = await cast.as(`${plan.unit}.nguoilap`);
  const roundId = await roundOf(clerk, dossierId, 0);
  const task = await awaitTask(clerk, 'Kiểm tra hồ sơ, điều kiện, tiêu chuẩn', { roundId });
  await complete(clerk, task, { rows: fillRows(task, () => ({ verdict: 'met', note: 'Đúng đối tượng, đủ tiêu chuẩn.' })) });
  await signAndNumberRound(cast, roundId, {
    signer: `${plan.unit}.thutruong`,
    signTask: 'Ký quyết định khen thưởng',
    clerk: `${plan.unit}.vanthu`,
    numberTask: 'Cấp số quyết định',
  });
  const { line, dossier } = await finish(stage, clerk, dossierId, path);
  demandAwarded(dossier, 'own');
  return line;
}

/** The commune's round with everything its units sent: what its chair decides, and what he puts forward. */
async function communeDecides(stage: Stage, place: PlanPlace, running: readonly Running[]): Promise<readonly Held[]> {
  const { cast } = stage;
  const { prefix } = place.commune;
  const here = running.filter(({ straight }) => !straight);
  const [first] = here;
  if (first === undefined) {
    return [];
  }
  stage.say(`${prefix}: Hội đồng họp, xét ${here.length} hồ sơ`);
  const office = communeOffice(prefix);
  const roundId = await roundOf(await cast.as(office.appraiser), first.dossierId, 0);
  await throughCouncil(stage, communeBench(cast, place.commune), office, roundId);
  const up = here.some(({ decider }) => decider !== 'commune');
  const decides = here.some(({ decider }) => decider === 'commune');
  if (up) {
    await signAndNumberRound(cast, roundId, communeSubmission(prefix));
  }
  if (decides) {
    await signAndNumberRound(cast, roundId, communeDecision(prefix));
  }
  return [{ office: office.appraiser, id: roundId, what: up && decides ? 'commune-both' : up ? 'commune-up' : 'commune-decides' }];
}

/** The province's round: what its chair decides, and what he puts before the Prime Minister. */
async function provinceDecides(stage: Stage, place: PlanPlace, running: readonly Running[]): Promise<readonly Held[]> {
  const { cast } = stage;
  const { province } = place;
  const upward = running.filter(({ decider }) => decider !== 'commune');
  const [first] = upward;
  if (first === undefined) {
    return [];
  }
  stage.say(`Sở Nội vụ thẩm định, Hội đồng cấp tỉnh xét ${upward.length} hồ sơ`);
  const office = departmentOffice(province);
  const roundId = await roundOf(await cast.as(office.appraiser), first.dossierId, first.straight ? 0 : 1);
  await throughCouncil(stage, provinceBench(cast, province), office, roundId);
  const decides = upward.some(({ decider }) => decider === 'province');
  const up = upward.some(({ decider }) => decider === 'centre');
  if (decides) {
    await signAndNumberRound(cast, roundId, departmentSubmission(province));
    await signAndNumberRound(cast, roundId, communeDecision(province));
  }
  if (up) {
    await signAndNumberRound(cast, roundId, centralSubmission(province));
    await sendAndRecord(stage, roundId, province);
  }
  return [{ office: office.appraiser, id: roundId, what: up && decides ? 'province-both' : up ? 'province-up' : 'province-decides' }];
}

async function throughCouncil({ cast }: Stage, bench: Bench, office: Office, roundId: string): Promise<void> {
  await closeIntake(cast, bench, roundId);
  await followProcedure(cast, office, roundId);
  await appraise(cast, bench, roundId, {});
  await councilVotes(cast, bench, roundId, {});
}

function communeOffice(prefix: string): Office {
  return { appraiser: `${prefix}.chuyenvien`, signer: `${prefix}.chutich`, clerk: `${prefix}.vanthu` };
}

function departmentOffice(province: string): Office {
  return { appraiser: `${province}.snv.chuyenvien`, signer: `${province}.snv.giamdoc`, clerk: `${province}.snv.vanthu` };
}

function demandAwarded(dossier: DossierView, decider: Decider): void {
  demandPapers(
    dossier.code,
    dossier.papers.filter((paper) => paper.ready).map((paper) => paper.kind),
    DOSSIER_PAPERS[decider],
  );
  expectThat(
    dossier.rows.every((row) => row.state === 'awarded'),
    `${dossier.title}: ${dossier.rows.map((row) => row.state).join(', ')}`,
  );
}
