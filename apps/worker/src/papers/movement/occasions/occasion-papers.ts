import { awardNamesAround, occasionAwardLine, occasionAwards, planRulesOf, planSide } from '@thidua/casework';
import type { EmulationRegistration, OccasionNotice } from '@thidua/documents';
import { formatLocalDate, type JsonValue } from '@thidua/kernel';
import type { RegisteredRow } from '@thidua/store';
import { GiveUp } from '../../../service-tasks/outcomes';
import type { SceneRoom } from '../../load-scene';
import { planOf, type PaperPlan } from '../../plan';
import { formalName } from '../../words';
import { issuerSignature, keptWith, planRef, standingWords } from '../life-cycle/movement-words';
import { movementFrame, type MovementScene } from '../movement-scene';
import { noticeRef, occasionWords } from './occasion-words';

/** Bodies named one by one; more are named by what the plan calls them. */
const NAMED = 6;

/** Thông báo mở đợt khen thưởng: what the plan offers on the occasion after what was settled about it. */
export async function noticePaper(room: SceneRoom, scene: MovementScene): Promise<readonly PaperPlan[]> {
  const { work, org, movement } = scene;
  const { side, names } = await planOnPaper(room, scene);
  const occasion = work.occasion ?? 'annual';
  const units = await invitedNames(room, scene);
  const { links, read } = side.standing;
  const data: OccasionNotice = {
    frame: movementFrame(scene, {
      type: 'TB',
      signature: issuerSignature(scene),
      recipients: [...(units.length > 0 && units.length <= NAMED ? units : ['Các cơ quan, đơn vị nhận Kế hoạch']), keptWith(scene)],
    }),
    subject: `Mở đợt ${occasionWords(work)} Phong trào thi đua “${movement.name.value}”`,
    publisher: formalName(org),
    plan: planRef(scene),
    movement: movement.name.value,
    occasion: occasionWords(work),
    units: units.length > NAMED ? [] : units,
    awards: occasionAwards(read, occasion, side.pack).map((one, at) => {
      const { name, decider, plan } = occasionAwardLine(one, names);
      return { index: at + 1, award: name, decider, plan: plan === null ? '' : bare(plan.quote) };
    }),
    criteria: [...new Set(planRulesOf(read, occasion).map((rule) => bare(rule.text)))],
    dossier: read.dossierParts.map((part) => bare(part.quote)),
    chain: links.length > 1 ? links.map((link) => `Phong trào “${link.name}” do ${link.launcherBody} phát động`) : [],
    registerBy: textIn(work.facts['registerBy']),
    closesOn: textIn(work.facts['closesOn']) ?? work.dueOn ?? formatLocalDate(scene.today),
    note: bare(textIn(work.facts['note']) ?? ''),
    contact: standingWords(scene),
  };
  const title = `Thông báo mở đợt ${occasionWords(work)}: ${movement.name.value}`;
  return [planOf('thong-bao-mo-dot', data, { slotOf: [work.id, org.id], orgId: org.id, title })];
}

/** Phiếu đăng ký thi đua of the unit that was invited. */
export async function registrationPaper(room: SceneRoom, scene: MovementScene): Promise<readonly PaperPlan[]> {
  const { work, org, movement, carriedOutBy, provinceId } = scene;
  const { stores } = room.deps;
  const rows = await stores.registrations.ofWork(provinceId, work.id);
  if (rows.length === 0) {
    throw new GiveUp('facts-missing', `Việc ${work.code} chưa có danh sách đăng ký.`);
  }
  const { names } = await planOnPaper(room, scene);
  const occasion = work.parentId === null ? undefined : await stores.works.byId(provinceId, work.parentId);
  const standing = movement.roles.find((role) => role.role === 'standing-office')?.body;
  const frame = movementFrame(scene, { type: '', signature: issuerSignature(scene), recipients: ['Như trên', keptWith(scene)] });
  const data: EmulationRegistration = {
    // A slip takes no number; its day is that of its signature, drafted today.
    frame: { ...frame, date: formatLocalDate(scene.today) },
    subject: `Thi đua trong Phong trào “${movement.name.value}”, đợt ${occasionWords(work)}`,
    to: [standing === undefined ? formalName(carriedOutBy) : `${formalName(carriedOutBy)} (qua ${standing})`],
    unit: formalName(org),
    movement: movement.name.value,
    occasion: occasionWords(work),
    notice: noticeRef(occasion, carriedOutBy),
    rows: rows.map(({ name, kind, title, award, goals }, at) => ({
      ...{ index: at + 1, name, kind, title },
      award: occasionAwardLine({ award, source: null }, names).name,
      goals: goals.split('\n').map(bare).filter(Boolean).join('; '),
    })),
    totals: { collectives: count(rows, 'collective'), households: count(rows, 'household'), individuals: count(rows, 'individual') },
  };
  const title = `Phiếu đăng ký thi đua: ${org.name}`;
  return [planOf('phieu-dang-ky-thi-dua', data, { slotOf: [work.id, org.id], orgId: org.id, title })];
}

async function planOnPaper(
  { deps }: SceneRoom,
  { provinceId, record, carriedOutBy }: MovementScene,
): Promise<{ readonly side: Awaited<ReturnType<typeof planSide>>; readonly names: Awaited<ReturnType<typeof awardNamesAround>> }> {
  const side = await planSide(deps, provinceId, record.id);
  const body = await deps.stores.people.org(provinceId, carriedOutBy.id);
  if (body === undefined) {
    throw new GiveUp('facts-missing', 'Không tìm thấy cơ quan thực hiện phong trào.');
  }
  return { side, names: await awardNamesAround(deps, side, body) };
}

async function invitedNames({ deps }: SceneRoom, { provinceId, work }: MovementScene): Promise<readonly string[]> {
  const kept: readonly unknown[] = Array.isArray(work.facts['recipients']) ? work.facts['recipients'] : [];
  const ids = new Set(kept.flatMap((one) => (isRecipient(one) ? [one.orgId] : [])));
  const orgs = await deps.stores.people.orgs(provinceId);
  return orgs.filter((org) => ids.has(org.id)).map((org) => org.name);
}

function isRecipient(value: unknown): value is { readonly orgId: string } {
  return typeof value === 'object' && value !== null && 'orgId' in value && typeof value.orgId === 'string';
}

function count(rows: readonly RegisteredRow[], kind: RegisteredRow['kind']): number {
  return rows.filter((row) => row.kind === kind).length;
}

function textIn(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Without its own end mark: the paper sets them. */
function bare(line: string): string {
  return line.replace(/[.;,\s]+$/u, '').trim();
}
