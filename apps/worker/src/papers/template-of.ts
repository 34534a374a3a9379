import type { UsedTemplate } from '@thidua/documents';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { MadeFile } from '@thidua/casework';
import { GiveUp } from '../service-tasks/outcomes';
import type { TaskRoom } from '../service-tasks/service-task';

type Room = Pick<TaskRoom, 'deps'>;

export interface TemplateAsked {
  readonly provinceId: string;
  readonly kind: string;
  /** The paper it is for; null for prints that are no papers. */
  readonly paperId: string | null;
  readonly stage: MadeFile['stage'];
}

/**
 * The template a paper is to be made with; undefined = the shipped one. A paper that has a draft is finished with the draft's own template:
 * what was signed must not change its words. A draft takes the province's template of the day and the pack.
 */
export async function templateOf(room: Room, asked: TemplateAsked): Promise<UsedTemplate | undefined> {
  const { provinceId, kind, paperId, stage } = asked;
  const { papers, templates } = room.deps.stores;
  const paper = paperId === null ? undefined : await papers.byId(provinceId, paperId);
  const drafted =
    stage === 'final' && paper !== undefined && paper.draftSha256 !== null ? await keptTemplate(room, paper.templateVersion) : undefined;
  if (drafted !== undefined) {
    return drafted;
  }
  const packIds = paperId === null ? [] : await packIdsOf(room, provinceId, paperId);
  const day = formatLocalDate(dayOf(room.deps.clock.nowMs()));
  const found = await templates.inForce(provinceId, { kind, packIds, day });
  return found === undefined ? undefined : frozenTemplate(room, `${provinceId}/${found.number}-${found.hash.slice(0, 12)}`);
}

/** A template by the version that papers bear: it was kept when it was first used, or when a province proposed it. @throws GiveUp */
export async function frozenTemplate(room: Room, templateVersion: string): Promise<UsedTemplate> {
  const kept = await keptTemplate(room, templateVersion);
  if (kept === undefined) {
    throw new GiveUp('template-unknown', `Không còn nguồn của mẫu văn bản ${templateVersion}.`);
  }
  return kept;
}

async function keptTemplate({ deps }: Room, templateVersion: string): Promise<UsedTemplate | undefined> {
  const kept = await deps.stores.templateSources.byHash(templateVersion.slice(-12));
  return kept === undefined ? undefined : { templateVersion, ...kept };
}

/** Hashes this process has kept, by the database they lie in. */
const known = new WeakMap<object, Set<string>>();

/** Keeps the source of a template that is used for the first time by this process. */
export async function keepTemplate({ deps }: Room, { hash, body }: UsedTemplate): Promise<void> {
  const kept = known.get(deps.database) ?? new Set();
  known.set(deps.database, kept);
  if (kept.has(hash)) {
    return;
  }
  await deps.database.inTransaction((tx) => deps.stores.templateSources.keep(tx, hash, body, deps.clock.nowMs()));
  kept.add(hash);
}

/** The pack of a paper's dossier or round and those it carries on, the nearest first. */
async function packIdsOf({ deps }: Room, provinceId: string, paperId: string): Promise<readonly string[]> {
  const hash = await deps.stores.templates.packHashOf(provinceId, paperId);
  const ids: string[] = [];
  let pack = hash === null ? undefined : deps.law.packs.get(hash);
  while (pack !== undefined && !ids.includes(pack.id)) {
    ids.push(pack.id);
    const below: string | undefined = pack.basedOn === null ? undefined : deps.law.hashOf(pack.basedOn);
    pack = below === undefined ? undefined : deps.law.packs.get(below);
  }
  return ids;
}
