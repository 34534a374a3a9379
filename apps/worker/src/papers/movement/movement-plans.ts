import type { ClaimedJob } from '@thidua/store';
import type { SceneRoom } from '../load-scene';
import type { PaperPlan } from '../plan';
import { movementScene, type MovementScene } from './movement-scene';

export type MovementPaper = (room: SceneRoom, scene: MovementScene) => Promise<readonly PaperPlan[]>;

/** By kind of paper; every part of movements adds its own by one line. */
export const MOVEMENT_PAPERS: Readonly<Partial<Record<string, MovementPaper>>> = {};

/** The one paper a movement's process is issuing (variable `paperKind`); undefined for jobs of dossiers, rounds and issued papers. */
export async function movementPlans(room: SceneRoom, job: ClaimedJob): Promise<readonly PaperPlan[] | undefined> {
  const scene = await movementScene(room, job);
  if (scene === undefined) {
    return undefined;
  }
  const { paperKind } = job.variables;
  const build = typeof paperKind === 'string' ? MOVEMENT_PAPERS[paperKind] : undefined;
  if (build === undefined) {
    throw new Error(`no paper of kind ${String(paperKind)} is made for works of movements`);
  }
  return (await build(room, scene)).map((plan) => ({ ...plan, workId: scene.work.id }));
}
