import type { DossierLaunch, DossierLaunched, NomineeInput, SessionView } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import type { Cast } from '../people/cast';
import { todayOf } from './clock';
import { awaitTask, complete, fillRows } from './tasks';

export interface UnitPlan {
  /** Prefix of the unit's user names, `gp.thcs`. */
  readonly unit: string;
  readonly title: string;
  readonly occasion: DossierLaunch['occasion'];
  readonly movementId?: string;
  /** The movement of the chain above that it is made under. */
  readonly underMovementId?: string;
  readonly year: number;
  readonly rows: readonly NomineeInput[];
  /** A thôn has no seal and takes no number. */
  readonly legalPerson?: boolean;
  /** Its own head decides. */
  readonly route?: 'own';
  /** Who does the body's steps where their user names are others, as in a commune that proposes itself. */
  readonly posts?: Posts;
}

export interface Posts {
  readonly clerk: string;
  readonly head: string;
  readonly records: string;
}

/** A commune's own people. */
export function communePosts(commune: string): Posts {
  return { clerk: `${commune}.chuyenvien`, head: `${commune}.chutich`, records: `${commune}.vanthu` };
}

function postsOf({ unit, posts }: UnitPlan): Posts {
  return posts ?? { clerk: `${unit}.nguoilap`, head: `${unit}.thutruong`, records: `${unit}.vanthu` };
}

/** A unit's whole part: launch, report, review meeting, signature, number; returns when the dossier is on its way to the commune. */
export async function launchAndSubmit(cast: Cast, plan: UnitPlan): Promise<DossierLaunched> {
  const launched = await launch(cast, plan);
  await writeReport(cast, plan, launched.dossierId);
  await holdReviewMeeting(cast, plan, launched.dossierId);
  await signAndNumber(cast, plan, launched.dossierId);
  return launched;
}

export async function launch(cast: Cast, plan: UnitPlan): Promise<DossierLaunched> {
  const clerk = await cast.as(postsOf(plan).clerk);
  const me = await clerk.call<SessionView>('me');
  const orgId = me.positions.find((position) => ['clerk', 'appraiser'].includes(position.role))?.orgId;
  const body = {
    orgId,
    occasion: plan.occasion,
    year: plan.year,
    title: plan.title,
    rows: plan.rows,
    ...(plan.movementId === undefined ? {} : { movementId: plan.movementId }),
    ...(plan.underMovementId === undefined ? {} : { underMovementId: plan.underMovementId }),
    ...(plan.route === undefined ? {} : { route: plan.route }),
  };
  return clerk.call<DossierLaunched>('launchDossier', { body });
}

export async function writeReport(cast: Cast, plan: UnitPlan, dossierId: string): Promise<void> {
  const clerk = await cast.as(postsOf(plan).clerk);
  const task = await awaitTask(clerk, 'Hoàn thiện báo cáo thành tích', { dossierId });
  await complete(clerk, task, {
    rows: fillRows(task, (row) => ({ achievement: row['achievement'] ?? '' })),
    measures: 'Đổi mới cách làm, ứng dụng chuyển đổi số trong quản lý và chuyên môn, chia sẻ kinh nghiệm với các đơn vị bạn.',
    compliance: 'Chấp hành tốt chủ trương của Đảng, chính sách, pháp luật của Nhà nước; nội bộ đoàn kết.',
  });
}

export async function holdReviewMeeting(cast: Cast, plan: UnitPlan, dossierId: string): Promise<void> {
  const clerk = await cast.as(postsOf(plan).clerk);
  const task = await awaitTask(clerk, 'Ghi kết quả họp bình xét', { dossierId });
  await complete(clerk, task, {
    heldAt: await todayOf(clerk),
    place: 'Phòng họp đơn vị',
    chair: await nameOf(cast, postsOf(plan).head),
    secretary: await nameOf(cast, postsOf(plan).clerk),
    invited: 24,
    present: 22,
    method: 'ballot',
    rows: fillRows(task, () => ({ yes: 21, no: 1, blank: 0 })),
    opinions: 'Các ý kiến nhất trí với thành tích đã báo cáo.',
  });
}

export async function signAndNumber(cast: Cast, plan: UnitPlan, dossierId: string): Promise<void> {
  const head = await cast.as(postsOf(plan).head);
  const signing = await awaitTask(head, 'Ký tờ trình', { dossierId });
  await complete(head, signing, { outcome: 'sign', signatureMode: 'digital' });
  if (plan.legalPerson !== false) {
    const clerk = await cast.as(postsOf(plan).records);
    const numbering = await awaitTask(clerk, 'Cấp số tờ trình', { dossierId });
    await complete(clerk, numbering, { mode: 'own' });
  }
}

/** A unit that decides itself: launch, report, review meeting and its signed minutes; answers when the dossier waits in its own round. */
export async function launchOwn(cast: Cast, plan: UnitPlan): Promise<DossierLaunched> {
  const launched = await launch(cast, { ...plan, route: 'own' });
  await writeReport(cast, plan, launched.dossierId);
  await holdReviewMeeting(cast, plan, launched.dossierId);
  const head = await cast.as(postsOf(plan).head);
  const minutes = await awaitTask(head, 'Ký biên bản họp bình xét', { dossierId: launched.dossierId });
  await complete(head, minutes, { outcome: 'sign', signatureMode: 'digital' });
  return launched;
}

/** The body a clerk works for. */
export async function orgOf(cast: Cast, unit: string): Promise<string> {
  const me = await (await cast.as(`${unit}.nguoilap`)).call<SessionView>('me');
  return me.positions.find((position) => position.role === 'clerk')?.orgId ?? '';
}

/** What the commune does with it: accept, send back for a supplement, or reject; answers the round it went into. */
export async function receive(cast: Cast, commune: string, dossierId: string, outcome: 'accept' | 'supplement' | 'reject'): Promise<void> {
  const appraiser = await cast.as(`${commune}.chuyenvien`);
  const task = await awaitTask(appraiser, 'Tiếp nhận, kiểm tra thành phần hồ sơ', { dossierId });
  await complete(appraiser, task, INTAKE[outcome]);
}

const INTAKE: Readonly<Record<'accept' | 'supplement' | 'reject', JsonObject>> = {
  accept: { outcome: 'accept' },
  supplement: { outcome: 'supplement', missing: ['bao-cao'], reason: 'Báo cáo thành tích chưa nêu số liệu năm 2025.' },
  reject: { outcome: 'reject', reason: 'Không thuộc đối tượng của đợt xét này.' },
};

export async function nameOf(cast: Cast, username: string): Promise<string> {
  const person = await cast.as(username);
  return (await person.call<SessionView>('me')).account.fullName;
}
