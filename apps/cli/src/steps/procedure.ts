import type { JsonObject } from '@thidua/kernel';
import type { Cast } from '../people/cast';
import type { Session } from '../session';
import { until } from '../until';
import { awaitTask, complete, findTask } from './tasks';

/** The office that runs a round, who signs its letters and who numbers them. */
export interface Office {
  readonly appraiser: string;
  readonly signer: string;
  readonly clerk: string;
}

/** One more than the longest notice of the packs (T-01). */
const NOTICE_DAYS = 11;

interface Step {
  readonly ruleId: string;
  readonly kind: 'public-notice' | 'party-opinion' | 'agency-opinion' | 'ministry-opinion' | 'confirmation';
  readonly bodies: readonly string[];
  readonly demanded: boolean;
  readonly rows: readonly { readonly rowId: string; readonly done: boolean }[];
}

interface Procedure {
  readonly steps: readonly Step[];
}

const KINDS: Readonly<Record<string, string>> = {
  'party-opinion': 'party',
  'agency-opinion': 'agency',
  'ministry-opinion': 'ministry',
  confirmation: 'confirmation',
};

/** Whatever the law demands of a round before its council: opinions asked and answered, the list published for its time. */
export async function followProcedure(cast: Cast, office: Office, roundId: string): Promise<void> {
  const appraiser = await cast.as(office.appraiser);
  const { steps } = await appraiser.call<Procedure>('roundProcedure', { params: { id: roundId } });
  const waiting = steps.filter((step) => step.demanded && step.rows.some((row) => !row.done));
  await askAndAnswer(
    cast,
    { office, roundId, appraiser },
    waiting.filter((step) => step.kind !== 'public-notice'),
  );
  for (const step of waiting.filter((one) => one.kind === 'public-notice')) {
    await publish(cast, appraiser, roundId, open(step));
  }
}

interface Asking {
  readonly office: Office;
  readonly roundId: string;
  readonly appraiser: Session;
}

async function askAndAnswer(cast: Cast, { office, roundId, appraiser }: Asking, steps: readonly Step[]): Promise<void> {
  const questions = steps.flatMap((step) => {
    const bodies = step.bodies.length === 0 ? ['Cơ quan, đơn vị có liên quan'] : step.bodies;
    const subject = 'Xin ý kiến về các trường hợp đề nghị khen thưởng.';
    return bodies.map((body) => ({ kind: KINDS[step.kind], body, subject, rowIds: open(step) }));
  });
  if (questions.length === 0) {
    return;
  }
  await appraiser.call('askOpinions', { params: { id: roundId }, body: { questions } });
  const signer = await cast.as(office.signer);
  await complete(signer, await awaitTask(signer, 'Ký công văn xin ý kiến', { roundId }), {
    outcome: 'sign',
    signatureMode: 'digital',
  });
  const clerk = await cast.as(office.clerk);
  await complete(clerk, await awaitTask(clerk, 'Cấp số công văn xin ý kiến', { roundId }), { mode: 'own' });
  const { now } = await appraiser.call<{ now: string }>('clock');
  for (const index of questions.keys()) {
    const task = await awaitTask(appraiser, 'Trả lời, ghi nhận ý kiến', { roundId });
    await complete(appraiser, task, { answer: 'agree', numberText: `${index + 1}/CV-YK`, date: now.slice(0, 10) });
  }
}

function open(step: Step): readonly string[] {
  return step.rows.filter((row) => !row.done).map((row) => row.rowId);
}

async function publish(cast: Cast, appraiser: Session, roundId: string, rowIds: readonly string[]): Promise<void> {
  const { now } = await appraiser.call<{ now: string }>('clock');
  const body = { rowIds, publishedOn: now.slice(0, 10), channels: ['Cổng thông tin điện tử'] };
  await appraiser.call('publishNotice', { params: { id: roundId }, body });
  await cast.clock.passWorkingDays(appraiser, NOTICE_DAYS);
  const summary: JsonObject = { summary: 'Hết thời hạn công khai, không có ý kiến khác.' };
  await until('hết thời hạn công khai', async () => {
    const task = await findTask(appraiser, 'Tổng hợp, xử lý ý kiến góp ý', { roundId });
    return task === undefined ? undefined : task.id;
  });
  await complete(appraiser, await awaitTask(appraiser, 'Tổng hợp, xử lý ý kiến góp ý', { roundId }), summary);
}
