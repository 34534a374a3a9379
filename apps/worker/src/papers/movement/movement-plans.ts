import type { ClaimedJob } from '@thidua/store';
import type { SceneRoom } from '../load-scene';
import type { PaperPlan } from '../plan';
import { amendmentPaper } from './life-cycle/amendment-paper';
import { cooperationPaper, urgingPaper } from './life-cycle/letter-papers';
import { planPaper } from './life-cycle/plan-paper';
import { reportPaper } from './reports/report-paper';
import { JUDGING_PAPERS } from './judging/judging-papers';
import { movementScene, type MovementScene } from './movement-scene';
import { noticePaper, registrationPaper } from './occasions/occasion-papers';
import { introductionPaper } from './people/introduction-paper';
import { invitationPaper } from './people/invitation-paper';

export type MovementPaper = (room: SceneRoom, scene: MovementScene) => Promise<readonly PaperPlan[]>;

/** By kind of paper; every part of movements adds its own by one line. */
export const MOVEMENT_PAPERS: Readonly<Partial<Record<string, MovementPaper>>> = {
  ...JUDGING_PAPERS,
  'ke-hoach-phong-trao': planPaper,
  'ke-hoach-dieu-chinh': amendmentPaper,
  'cong-van-don-doc': urgingPaper,
  'cong-van-phoi-hop': cooperationPaper,
  'bao-cao-phong-trao': reportPaper,
  'thong-bao-mo-dot': noticePaper,
  'phieu-dang-ky-thi-dua': registrationPaper,
  'phieu-gioi-thieu-dien-hinh': introductionPaper,
  'giay-moi': invitationPaper,
};

/** The one paper a movement's process is issuing (variable `paperKind`); undefined for jobs of dossiers, rounds and issued papers. */
export async function movementPlans(room: SceneRoom, job: ClaimedJob): Promise<readonly PaperPlan[] | undefined> {
  const scene = await movementScene(room, job);
  if (scene === undefined) {
    return undefined;
  }
  const { paperKind } = job.variables;
  const build = typeof paperKind === 'string' ? MOVEMENT_PAPERS[paperKind] : undefined;
  if (build === undefined) {
    throw new Error(`no paper of kind ${typeof paperKind === 'string' ? paperKind : ''} is made for works of movements`);
  }
  return (await build(room, scene)).map((plan) => ({ ...plan, workId: scene.work.id }));
}
