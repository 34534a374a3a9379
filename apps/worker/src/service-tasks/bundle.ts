import { preparePapers, recordPapers } from '@thidua/casework';
import { asPdf, contentsTable, makeArchive, makeBundle, type ArchivePaper, type MadeBundle } from '@thidua/documents';
import { fp } from '@thidua/runtime';
import type { BundleFile, ClaimedJob, PaperFacts } from '@thidua/store';
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
  /** Ids in the order they are bound. */
  readonly paperIds: readonly string[];
}

export interface Bundled {
  readonly bound: MadeBundle;
  readonly archive: Uint8Array;
}

/** Binds finished papers behind a mục lục, and records the whole, with its archive, as a paper of its own with the end of the job. */
export async function bind(room: TaskRoom, job: ClaimedJob, order: BundleOrder): Promise<void> {
  const { deps } = room;
  const files = await deps.stores.bundles.files(job.provinceId, order.paperIds);
  const about = subjectOf(job);
  const [prepared] = await deps.database.inTransaction((tx) =>
    preparePapers(deps, tx, job, [
      {
        kind: order.kind,
        title: order.title,
        orgId: order.orgId,
        slot: [order.kind, Object.values(about)[0], order.orgId].join(':'),
        data: { papers: files.map(({ id, sha256 }) => ({ id, sha256 })) },
        unconfirmed: [],
        ...about,
      },
    ]),
  );
  const { bound, archive } = await bundled(room, job.provinceId, order, files);
  fp('paper.after-render');
  const { bytes, pages, templateVersion } = bound;
  await recordPapers(deps, job, [{ paperId: prepared?.paperId ?? '', stage: 'final', bytes, pages, templateVersion, archive }]);
}

/** The bound file and the archive of papers; both say nothing but what rows say, so that the same rows give the same bytes. */
export async function bundled(
  room: Pick<TaskRoom, 'deps' | 'maker'>,
  provinceId: string,
  order: Omit<BundleOrder, 'paperIds'>,
  files: readonly BundleFile[],
): Promise<Bundled> {
  const papers: ArchivePaper[] = [];
  const parts: { title: string; number: string; date: string | null; bytes: Uint8Array }[] = [];
  for (const file of files) {
    const { paper, bytes } = await partOf(room, provinceId, file);
    papers.push(paper);
    parts.push({ title: titleOf(paper), number: paper.number ?? '', date: file.numberDate, bytes });
  }
  const contents = contentsOf(order, files);
  const bound = await makeBundle(room.maker, { version: TEMPLATES, contents, parts });
  const archive = makeArchive({
    code: contents.dossierCode,
    kind: order.kind,
    title: order.title,
    papers,
    contents: bound.contents,
    table: await contentsTable(papers),
  });
  return { bound, archive };
}

const BUNDLES: readonly string[] = ['bo-ho-so', 'goi-ho-so'];

/** Only the last of a paper that was made again; bundles do not go into bundles. */
export function latestPapers<P extends Pick<PaperFacts, 'slot' | 'kind'>>(papers: readonly P[]): readonly P[] {
  const base = (paper: P): string => paper.slot.replace(/#\d+$/, '');
  return papers.filter((paper, at) => !BUNDLES.includes(paper.kind) && !papers.slice(at + 1).some((later) => base(later) === base(paper)));
}

/** The mục lục bears the day of the last paper in it: it is no letter of today. */
function contentsOf(
  { scene, orgId }: Pick<BundleOrder, 'scene' | 'orgId'>,
  files: readonly BundleFile[],
): Parameters<typeof makeBundle>[1]['contents'] {
  const about = 'dossier' in scene ? scene.dossier : scene.round;
  const org = 'dossier' in scene ? scene.unit : ([scene.org, scene.standing, scene.province].find(({ id }) => id === orgId) ?? scene.org);
  const last = files
    .map((file) => file.date)
    .toSorted()
    .at(-1);
  return {
    frame: frameOf({
      org,
      pack: scene.pack,
      simulated: scene.simulated,
      today: scene.today,
      type: '',
      signature: NO_SIGNATURE,
      ...(last === undefined ? {} : { date: last }),
    }),
    dossierCode: about.code,
    submitter: org.name,
    subject: about.title,
  };
}

async function partOf(
  { deps }: Pick<TaskRoom, 'deps'>,
  provinceId: string,
  file: BundleFile,
): Promise<{ readonly paper: ArchivePaper; readonly bytes: Uint8Array }> {
  const kept = await deps.stores.files.get(provinceId, file.sha256);
  const word = file.docxSha256 === null ? undefined : await deps.stores.files.get(provinceId, file.docxSha256);
  if (kept === undefined || (word === undefined && file.docxSha256 !== null)) {
    throw new Error(`the file of paper ${file.id} is not there`);
  }
  const { bytes, readable } = await asPdf(kept.bytes, kept.mime);
  const paper: ArchivePaper = {
    title: file.title,
    kind: file.kind,
    state: file.state,
    number: file.numberText,
    date: file.numberDate,
    pages: file.pages,
    templateVersion: file.templateVersion,
    dataHash: file.dataHash,
    signed: file.signer === null || file.signatureMode === null ? null : { by: file.signer, mode: file.signatureMode },
    bound: readable,
    file: kept,
    docx: word ?? null,
  };
  return { paper, bytes };
}

function titleOf({ title, bound }: ArchivePaper): string {
  return bound ? title : `${title} (tệp không ghép được vào bản này, xem tệp riêng trong bộ tệp ZIP)`;
}
