import type { DossierView, MovementDetail } from '@thidua/contract';
import { expectThat, type Stage } from '../../cases/case';
import { finish } from '../../cases/finish';
import type { CaseLine } from '../../report';
import { Refused, type Session } from '../../session';
import { appraise, closeIntake, communeBench, communeDecision, councilVotes, signAndNumberRound } from '../../steps/round';
import { launchAndSubmit, receive } from '../../steps/unit';
import { until } from '../../until';
import type { PlanPlace } from '../plan-story';
import { proposalOf } from '../proposals';

/** Before the commune ends: a hồ sơ is received by it and left open. Answers the hồ sơ. */
export async function leaveOpen({ cast, say }: Stage, place: PlanPlace, movementId: string): Promise<string> {
  const occasion = { occasion: 'annual', year: 2025, awards: [], refused: '' } as const;
  const plan = { ...(await proposalOf(cast, place, occasion, 'GK_XA')), movementId, title: 'Đề nghị khen thưởng 6 tháng đầu năm 2025' };
  const { dossierId } = await launchAndSubmit(cast, plan);
  await receive(cast, place.commune.prefix, dossierId, 'accept');
  say('hồ sơ đã tiếp nhận, chưa xét khi đơn vị hành chính kết thúc');
  return dossierId;
}

interface Left {
  readonly movementId: string;
  readonly dossierId: string;
}

/** The successor has the movement and decides what was left open, under the law of the day it was received. */
export async function goOn(stage: Stage, place: PlanPlace, { movementId, dossierId }: Left): Promise<readonly CaseLine[]> {
  const { cast } = stage;
  const { prefix } = place.commune;
  const desk = await cast.as(`${prefix}.chuyenvien`);
  const movement = await until('phong trào chuyển về đơn vị kế thừa', () => taken(desk, movementId));
  expectThat(movement.state === 'in-force' && movement.may.run, `${movement.orgName} tiếp tục phong trào`);
  stage.say(`${movement.orgName} tiếp tục phong trào, xét hồ sơ còn lại`);
  const clerk = await cast.as(`${place.proposers.hamlet}.nguoilap`);
  const roundId = await until('hồ sơ vào đợt xét của đơn vị kế thừa', async () => {
    const { roundIds } = await clerk.call<DossierView>('dossier', { params: { id: dossierId } });
    return roundIds[1];
  });
  const bench = communeBench(cast, place.commune);
  await closeIntake(cast, bench, roundId);
  await appraise(cast, bench, roundId, {});
  await councilVotes(cast, bench, roundId, {});
  await signAndNumberRound(cast, roundId, communeDecision(prefix));
  const { line, dossier } = await finish(stage, clerk, dossierId, `xã Hòa Phong (đến 30/6/2025) → ${place.communeChair}`);
  expectThat(
    dossier.rows.every((row) => row.state === 'awarded'),
    'hồ sơ chuyển tiếp được khen',
  );
  return [line];
}

/** Not seen until it is handed over. */
async function taken(desk: Session, movementId: string): Promise<MovementDetail | undefined> {
  try {
    return await desk.call<MovementDetail>('movementDetail', { params: { id: movementId } });
  } catch (error) {
    if (error instanceof Refused && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}
