import { SHARED_KINDS } from '@thidua/casework';
import { loadScene } from '../papers/load-scene';
import type { DossierScene } from '../papers/scene';
import { bundled, latestPapers, type BundleOrder } from '../service-tasks/bundle';
import { standingBundle } from '../service-tasks/make-bundle.task';
import type { TaskRoom } from '../service-tasks/service-task';
import type { PrintKind } from './print-kind';

/** Every paper of a dossier or round so far, as a ZIP: what a bundling step has frozen does not know of the steps behind it. */
export const dossierArchive: PrintKind = async (room, order, progress) => {
  const { provinceId, params } = order;
  const { dossierId, roundId } = params;
  const scene = await loadScene(room, provinceId, typeof dossierId === 'string' ? { dossierId } : { roundId: textOf(roundId) });
  const wanted = 'dossier' in scene ? await wholeDossier(room, provinceId, scene) : await standingBundle(room, provinceId, scene);
  const files = await room.deps.stores.bundles.files(provinceId, wanted.paperIds);
  await progress(0, files.length);
  const { archive } = await bundled(room, provinceId, wanted, files);
  await progress(files.length, files.length);
  const code = 'dossier' in scene ? scene.dossier.code : scene.round.code;
  return { bytes: archive, mime: 'application/zip', fileName: `bo-ho-so-${code}.zip` };
};

/** Its own papers, and of the rounds it went through those its unit may see. */
async function wholeDossier(room: TaskRoom, provinceId: string, scene: DossierScene): Promise<BundleOrder> {
  const own = await standingBundle(room, provinceId, scene);
  const ofRounds = await room.deps.stores.papers.ofRoundsOf(provinceId, scene.dossier.id);
  const shared = latestPapers(ofRounds).filter((paper) => SHARED_KINDS.includes(paper.kind) && !own.paperIds.includes(paper.id));
  return { ...own, paperIds: [...own.paperIds, ...shared.map((paper) => paper.id)] };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
