import type { OccasionOffer, PlanConflicts, PlanConflictView, RegistrationView, WorkSummary } from '@thidua/contract';
import { expectThat, type Stage } from '../../cases/case';
import type { CaseLine } from '../../report';
import type { Session } from '../../session';
import { todayOf } from '../../steps/clock';
import { doStep, issuePaper, workOf } from '../../steps/works';
import { until } from '../../until';
import { bodiesOf, runnerOf, type Body } from '../bodies';
import { playAwards } from '../occasion-awards';
import type { OccasionAwards, PlanPlace } from '../plan-story';
import { saveWork } from '../work-papers';

const TAKES_DOSSIERS_DAYS = 60;

interface Holding {
  readonly movementId: string;
  readonly occasion: OccasionAwards;
}

/** An occasion of a movement: what plan and law leave open is settled, units are invited and register, the hồ sơ run to their deciders. */
export async function holdOccasion(stage: Stage, place: PlanPlace, { movementId, occasion }: Holding): Promise<readonly CaseLine[]> {
  const { cast } = stage;
  const runner = runnerOf(place);
  const office = await cast.as(runner.desk);
  const under = await settle(stage, office, movementId);
  const bodies = await bodiesOf(cast, place);
  const workId = await open(stage, office, { movementId, occasion }, bodies);
  await issuePaper(cast, workId, runner);
  const registering = await registrations(stage, office, workId, bodies);
  await doStep(office, workId, 'Theo dõi, chốt đăng ký thi đua');
  const lines = await playAwards(stage, { place, movementId, occasion, under });
  for (const { id, body } of registering) {
    const clerk = await cast.as(body.desk);
    const { dossiers } = await clerk.call<RegistrationView>('registration', { params: { id } });
    await doStep(clerk, id, 'Nộp hồ sơ đề nghị khen thưởng', dossiers.length > 0 ? { outcome: 'submitted' } : NOBODY);
  }
  return [await saveWork(stage, office, await workOf(office, workId)), ...lines];
}

const NOBODY = { outcome: 'none', reason: 'Đơn vị không có trường hợp đề nghị cấp trên khen thưởng trong đợt này.' };

/** Whatever the standing office must decide before: which occasion a list is of, which level is meant; answers what goes under a movement above. */
async function settle(stage: Stage, office: Session, movementId: string): Promise<Readonly<Record<string, string>>> {
  const { conflicts } = await office.call<PlanConflicts>('planConflicts', { params: { id: movementId } });
  for (const conflict of conflicts.filter(({ decision }) => decision === null)) {
    const picked = picksOf(conflict);
    if (picked.length > 0) {
      const { path, code } = conflict;
      stage.say(`kế hoạch dòng ${conflict.plan.from} («${conflict.plan.quote}») và ${conflict.law.citation}: chọn ${picked.join(', ')}`);
      const reason = 'Hội đồng Thi đua - Khen thưởng thống nhất cách hiểu, trên cơ sở kế hoạch và quy định của pháp luật.';
      await office.call('settlePlanConflict', { params: { id: movementId }, body: { path, code, picked, reason } });
    }
  }
  const settled = await office.call<PlanConflicts>('planConflicts', { params: { id: movementId } });
  return Object.fromEntries(
    settled.conflicts.flatMap(({ awards, decision }) => {
      const above = decision?.picked.find((id) => id.startsWith(UNDER))?.slice(UNDER.length);
      return above === undefined ? [] : awards.map((award) => [award, above]);
    }),
  );
}

const UNDER = 'under:';

/** A list without an occasion belongs to tổng kết; everything else is read as widely as plan and law let it. */
function picksOf({ code, pick, choices }: PlanConflictView): readonly string[] {
  const ids = choices.map(({ id }) => id);
  if (code === 'occasion-open') {
    return ids.filter((id) => id === 'final-review');
  }
  return pick === 'some' ? ids : ids.slice(0, 1);
}

async function open(stage: Stage, office: Session, { movementId, occasion }: Holding, bodies: readonly Body[]): Promise<string> {
  const offer = await office.call<OccasionOffer>('occasionOffer', { params: { id: movementId } });
  const planned = offer.occasions.find((one) => one.occasion === occasion.occasion);
  expectThat(planned !== undefined, `kế hoạch có dịp ${occasion.occasion}`);
  const here = new Set(bodies.map(({ orgId }) => orgId));
  const recipients = offer.recipients.filter(({ orgId }) => here.has(orgId)).map(({ orgId }) => orgId);
  const today = await todayOf(office);
  const unplanned = planned !== undefined && planned.years.length > 0 && !planned.years.includes(occasion.year);
  const body = {
    ...{ occasion: occasion.occasion, year: occasion.year, registerBy: later(today, TAKES_DOSSIERS_DAYS / 2), recipients },
    closesOn: later(today, TAKES_DOSSIERS_DAYS),
    ...(unplanned ? { reason: 'Theo hướng dẫn của cấp trên về thời điểm tổ chức.' } : {}),
  };
  stage.say(`mở đợt ${occasion.occasion} ${occasion.year}, mời ${recipients.length} đơn vị đăng ký`);
  return (await office.call<{ workId: string }>('openOccasion', { params: { id: movementId }, body })).workId;
}

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

interface Registering {
  readonly id: string;
  readonly body: Body;
}

async function registrations(stage: Stage, office: Session, workId: string, bodies: readonly Body[]): Promise<readonly Registering[]> {
  const { movementId } = await workOf(office, workId);
  const works = await until('các đơn vị được mời đăng ký', async () => {
    const query = { kind: 'registration', parent: workId };
    const found = await office.call<{ works: readonly WorkSummary[] }>('movementWorks', { params: { id: movementId }, query });
    return found.works.length > 0 ? found.works : undefined;
  });
  const registering = works.flatMap(({ id, orgId }) => bodies.filter((body) => body.orgId === orgId).map((body) => ({ id, body })));
  for (const { id, body } of registering) {
    await register(stage, id, body);
  }
  return registering;
}

async function register({ cast }: Stage, id: string, body: Body): Promise<void> {
  const clerk = await cast.as(body.desk);
  const { awards, orgId, orgName } = await clerk.call<RegistrationView>('registration', { params: { id } });
  const award = awards.find(({ code }) => code === 'BK_TINH') ?? awards[0];
  if (award === undefined) {
    await doStep(clerk, id, 'Lập đăng ký thi đua', { outcome: 'none', reason: 'Đơn vị khen thưởng theo thẩm quyền của mình.' });
    return;
  }
  const goals = 'Hoàn thành 100% chỉ tiêu của kế hoạch; có ít nhất một mô hình được nhân rộng.';
  const rows = [{ kind: 'collective', personId: null, subjectOrgId: orgId, name: orgName, title: '', award: award.code, goals }];
  await clerk.call('saveRegistration', { params: { id }, body: { rows } });
  await doStep(clerk, id, 'Lập đăng ký thi đua', { outcome: 'register' });
  await doStep(await cast.as(body.signer), id, 'Ký, gửi phiếu đăng ký', { outcome: 'sign', signatureMode: 'digital' });
}
