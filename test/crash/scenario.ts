import type { DefinitionView, RoundView } from '@thidua/contract';
import { awaitClosed, roundOf } from '../../apps/cli/src/cases/finish';
import { Cast, GIA_PHUC } from '../../apps/cli/src/people/cast';
import { collective, individual } from '../../apps/cli/src/people/nominees';
import {
  appraise,
  castOne,
  closeIntake,
  communeBench,
  communeDecision,
  communeSubmission,
  countAndSign,
  departmentSubmission,
  openSession,
  provinceBench,
  type Bench,
  type Signature,
} from '../../apps/cli/src/steps/round';
import { awaitTask, complete } from '../../apps/cli/src/steps/tasks';
import { Session } from '../../apps/cli/src/session';
import { holdReviewMeeting, launch, receive, writeReport, type UnitPlan } from '../../apps/cli/src/steps/unit';

/** Ids that a later step needs; plain data, so that a placement starts from a copy. */
export interface Story {
  readonly dossierId: string;
  readonly roundId: string;
  readonly upperRoundId: string;
  readonly sessionId: string;
}

export interface Step {
  readonly name: string;
  /** Drives the step as people would; answers what later steps need. Returns when the step's effect can be seen. */
  readonly drive: (cast: Cast, story: Story) => Promise<Partial<Story>>;
  /** No process is killed here: the step only leads to the next one. */
  readonly quiet?: true;
}

export const EMPTY_STORY: Story = { dossierId: '', roundId: '', upperRoundId: '', sessionId: '' };

const PLAN: UnitPlan = {
  unit: 'gp.ck',
  title: 'Đề nghị khen thưởng thường niên năm 2025',
  occasion: 'annual',
  year: 2025,
  rows: [
    collective('Tổ Cơ khí 2', 'GK_XA', 'Hoàn thành vượt mức 18% kế hoạch sản xuất năm 2025.'),
    individual('Ngô Hữu Toàn', 'Kỹ sư', 'BK_TINH', 'Chế tạo thành công máy gieo hạt điều khiển từ xa.'),
  ],
};
const UNIT = PLAN.unit;
/** Longer than any lease, on a machine that is busy with other things too. */
const PATIENCE_S = 240;

/** One dossier with a Giấy khen and a Bằng khen, from the unit's first click to its result notice. */
export const STEPS: readonly Step[] = [
  { name: 'launch', drive: launched },
  { name: 'report and meeting', drive: reviewed },
  { name: 'head signs', drive: (cast, { dossierId }) => sign(cast, `${UNIT}.thutruong`, 'Ký tờ trình', { dossierId }) },
  { name: 'unit numbers', drive: (cast, { dossierId }) => number(cast, `${UNIT}.vanthu`, 'Cấp số tờ trình', { dossierId }) },
  { name: 'commune receives', drive: received },
  { name: 'intake closes by its timer', drive: closeByTimer },
  { name: 'appraisal', drive: appraised },
  { name: 'session opens', drive: opened },
  { name: 'ballots', drive: (cast, { sessionId }) => ballots(cast, communeBench(cast, GIA_PHUC), sessionId) },
  { name: 'count and minutes', drive: counted },
  { name: 'chair signs the decision', drive: (cast, { roundId }) => signAs(cast, communeDecision('gp'), roundId) },
  { name: 'decision is numbered', drive: (cast, { roundId }) => numberAs(cast, communeDecision('gp'), roundId) },
  { name: 'chair signs the submission', drive: (cast, { roundId }) => signAs(cast, communeSubmission('gp'), roundId) },
  { name: 'submission goes up', drive: forwarded },
  { name: 'province deliberates', quiet: true, drive: deliberated },
  { name: 'department signs', drive: (cast, { upperRoundId }) => signAs(cast, departmentSubmission('hp'), upperRoundId) },
  { name: 'department numbers', drive: (cast, { upperRoundId }) => numberAs(cast, departmentSubmission('hp'), upperRoundId) },
  { name: 'province chair signs', drive: (cast, { upperRoundId }) => signAs(cast, communeDecision('hp'), upperRoundId) },
  { name: 'provincial decision is numbered', drive: concluded },
  { name: 'second administrator publishes', drive: published },
];

/** The demo's people, signed in anew. */
export async function openCast(url: string): Promise<Cast> {
  const { password } = await Session.anonymous(url).call<{ password: string }>('demoAccounts');
  return new Cast(url, password);
}

interface About {
  readonly dossierId?: string;
  readonly roundId?: string;
}

async function sign(cast: Cast, username: string, task: string, about: About): Promise<Partial<Story>> {
  const signer = await cast.as(username);
  await complete(signer, await awaitTask(signer, task, about, PATIENCE_S), { outcome: 'sign', signatureMode: 'digital' });
  return {};
}

async function number(cast: Cast, username: string, task: string, about: About): Promise<Partial<Story>> {
  const clerk = await cast.as(username);
  await complete(clerk, await awaitTask(clerk, task, about, PATIENCE_S), { mode: 'own' });
  return {};
}

function signAs(cast: Cast, { signer, signTask }: Signature, roundId: string): Promise<Partial<Story>> {
  return sign(cast, signer, signTask, { roundId });
}

function numberAs(cast: Cast, { clerk, numberTask }: Signature, roundId: string): Promise<Partial<Story>> {
  return number(cast, clerk, numberTask, { roundId });
}

async function launched(cast: Cast): Promise<Partial<Story>> {
  return { dossierId: (await launch(cast, PLAN)).dossierId };
}

async function reviewed(cast: Cast, { dossierId }: Story): Promise<Partial<Story>> {
  await writeReport(cast, PLAN, dossierId);
  await holdReviewMeeting(cast, PLAN, dossierId);
  await awaitTask(await cast.as(`${UNIT}.thutruong`), 'Ký tờ trình', { dossierId }, PATIENCE_S);
  return {};
}

async function received(cast: Cast, { dossierId }: Story): Promise<Partial<Story>> {
  await receive(cast, 'gp', dossierId, 'accept');
  return { roundId: await roundOf(await cast.as('gp.chuyenvien'), dossierId, 0) };
}

async function closeByTimer(cast: Cast, { roundId }: Story): Promise<Partial<Story>> {
  const appraiser = await cast.as('gp.chuyenvien');
  const round = await appraiser.call<RoundView>('round', { params: { id: roundId } });
  const admin = await cast.as('hp.quantri1');
  await admin.call('advanceClock', { body: { to: minuteAfter(round.closesAt) } });
  // A session does not outlive the days that passed.
  const later = await openCast(cast.base);
  await awaitTask(await later.as('gp.chuyenvien'), 'Thẩm định hồ sơ', { roundId }, PATIENCE_S);
  return {};
}

async function appraised(cast: Cast, { roundId }: Story): Promise<Partial<Story>> {
  const bench = communeBench(cast, GIA_PHUC);
  await appraise(cast, bench, roundId, {});
  await awaitTask(await cast.as(bench.secretary), 'Mở phiên họp Hội đồng', { roundId }, PATIENCE_S);
  return {};
}

async function opened(cast: Cast, { roundId }: Story): Promise<Partial<Story>> {
  return { sessionId: await openSession(cast, communeBench(cast, GIA_PHUC), roundId) };
}

async function ballots(cast: Cast, bench: Bench, sessionId: string): Promise<Partial<Story>> {
  for (const [index, username] of bench.members.entries()) {
    await castOne(await cast.as(username), sessionId, index, {});
  }
  return {};
}

async function counted(cast: Cast, { roundId }: Story): Promise<Partial<Story>> {
  await countAndSign(cast, communeBench(cast, GIA_PHUC), roundId);
  await awaitTask(await cast.as('gp.chutich'), 'Ký quyết định khen thưởng', { roundId }, PATIENCE_S);
  return {};
}

/** Everything of the provincial round up to the department's submission, without a fault. */
async function deliberated(cast: Cast, { upperRoundId }: Story): Promise<Partial<Story>> {
  const bench = provinceBench(cast, 'hp');
  await closeIntake(cast, bench, upperRoundId);
  await appraise(cast, bench, upperRoundId, {});
  const sessionId = await openSession(cast, bench, upperRoundId);
  await ballots(cast, bench, sessionId);
  await countAndSign(cast, bench, upperRoundId);
  await awaitTask(await cast.as('hp.snv.giamdoc'), 'Ký tờ trình của Sở Nội vụ', { roundId: upperRoundId }, PATIENCE_S);
  return {};
}

async function forwarded(cast: Cast, { dossierId, roundId }: Story): Promise<Partial<Story>> {
  await numberAs(cast, communeSubmission('gp'), roundId);
  return { upperRoundId: await roundOf(await cast.as('hp.snv.chuyenvien'), dossierId, 1) };
}

async function concluded(cast: Cast, { upperRoundId, dossierId }: Story): Promise<Partial<Story>> {
  await numberAs(cast, communeDecision('hp'), upperRoundId);
  await awaitClosed(await cast.as(`${UNIT}.nguoilap`), dossierId);
  return {};
}

/** A changed diagram, proposed by one administrator, published by another. */
async function published(cast: Cast): Promise<Partial<Story>> {
  const [first, second] = [await cast.as('hp.quantri1'), await cast.as('hp.quantri2')];
  const { id } = await first.call<{ id: string }>('createDraft', { body: { key: 'ho-so' } });
  const { xml, rev } = await first.call<DefinitionView>('definition', { params: { id } });
  const renamed = xml.replaceAll('Hoàn thiện báo cáo thành tích', 'Hoàn thiện báo cáo');
  await first.call('saveDiagram', { params: { id }, body: { xml: renamed, rev } });
  await first.call('proposeDefinition', { params: { id }, body: { note: 'Gọn tên bước lập báo cáo.' } });
  await second.call('publishDefinition', { params: { id }, body: { note: 'Đồng ý.' } });
  return {};
}

function minuteAfter(instant: string): string {
  return `${new Date(Date.parse(instant) + 7 * 3_600_000 + 60_000).toISOString().slice(0, 19)}+07:00`;
}
