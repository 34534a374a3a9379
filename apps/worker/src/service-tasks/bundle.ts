import { preparePapers, recordPapers } from '@thidua/casework';
import { asPdf, makeBundle, type BundlePart } from '@thidua/documents';
import { formatLocalDate } from '@thidua/kernel';
import { fp } from '@thidua/runtime';
import type { ClaimedJob, PaperFacts } from '@thidua/store';
import { frameOf, NO_SIGNATURE } from '../papers/frame';
import { TEMPLATES } from '../papers/render';
import type { DossierScene, RoundScene } from '../papers/scene';
import type { TaskRoom } from './service-task';
import { subjectOf } from './subject';

export interface BundleOrder {
  readonly kind: 'bo-ho-so' | 'goi-ho-so';
  readonly title: string;
  readonly orgId: string;
  readonly scene: DossierScene | RoundScene;
  /** In the order they are bound. */
  readonly papers: readonly PaperFacts[];
}

/** Binds finished papers behind a mục lục, and records the whole as a paper of its own with the end of the job. */
export async function bind(room: TaskRoom, job: ClaimedJob, order: BundleOrder): Promise<void> {
  const { deps, maker } = room;
  const { scene, kind, title, orgId } = order;
  const papers = order.papers.filter((paper) => paper.sha256 !== null);
  const about = subjectOf(job);
  const [prepared] = await deps.database.inTransaction((tx) =>
    preparePapers(deps, tx, job, [
      {
        kind,
        title,
        orgId,
        slot: [kind, Object.values(about)[0], orgId].join(':'),
        data: { papers: papers.map(({ id, sha256 }) => ({ id, sha256 })) },
        unconfirmed: [],
        ...about,
      },
    ]),
  );
  const made = await makeBundle(maker, {
    version: TEMPLATES,
    contents: contentsOf(scene, orgId),
    parts: await Promise.all(papers.map((paper) => partOf(room, job.provinceId, paper))),
  });
  fp('paper.after-render');
  const { bytes, pages, templateVersion } = made;
  await recordPapers(deps, job, [{ paperId: prepared?.paperId ?? '', stage: 'final', bytes, pages, templateVersion }]);
}

/** Only the last of a paper that was made again; bundles do not go into bundles. */
export function latestPapers(papers: readonly PaperFacts[]): readonly PaperFacts[] {
  const base = (paper: PaperFacts): string => paper.slot.replace(/#\d+$/, '');
  return papers.filter(
    (paper, at) =>
      paper.kind !== 'bo-ho-so' && paper.kind !== 'goi-ho-so' && !papers.slice(at + 1).some((later) => base(later) === base(paper)),
  );
}

function contentsOf(scene: DossierScene | RoundScene, orgId: string): Parameters<typeof makeBundle>[1]['contents'] {
  const about = 'dossier' in scene ? scene.dossier : scene.round;
  const org = 'dossier' in scene ? scene.unit : ([scene.org, scene.standing, scene.province].find(({ id }) => id === orgId) ?? scene.org);
  return {
    frame: frameOf({
      org,
      pack: scene.pack,
      simulated: scene.simulated,
      today: scene.today,
      type: '',
      signature: NO_SIGNATURE,
      date: formatLocalDate(scene.today),
    }),
    dossierCode: about.code,
    submitter: org.name,
    subject: about.title,
  };
}

async function partOf(room: TaskRoom, provinceId: string, paper: PaperFacts): Promise<BundlePart> {
  const file = await room.deps.stores.files.get(provinceId, paper.sha256 ?? '');
  if (file === undefined) {
    throw new Error(`the file of paper ${paper.id} is not there`);
  }
  const { bytes, readable } = await asPdf(file.bytes, file.mime);
  const title = readable ? paper.title : `${paper.title} (tệp quét không ghép được, xem riêng)`;
  return { title, number: paper.numberText ?? '', date: paper.numberDate, bytes };
}
