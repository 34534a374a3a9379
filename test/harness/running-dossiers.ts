import type { JsonObject } from '@thidua/kernel';
import type { Runtime, StepAnswer } from '@thidua/runtime';
import type { Database } from '@thidua/store';

/** Where a made instance of `ho-so` stands. */
export type Place = 'Task_BaoCao' | 'Task_TomTat' | 'Task_BinhXet' | 'Task_TiepNhan' | 'Catch_KetQua';

interface Bed {
  readonly database: Pick<Database, 'reader'>;
  readonly runtime: Pick<Runtime, 'start' | 'step'>;
  readonly provinceId: string;
  /** Submits, receives and decides: who it is matters to no one here. */
  readonly orgId: string;
}

/** Many in flight share a statement each. */
const IN_FLIGHT = 64;

/** Running instances of the shipped process `ho-so`, without dossiers, each driven to its place. Answers their ids in the order asked for. */
export async function runningDossiers(bed: Bed, places: readonly Place[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let at = 0; at < places.length; at += IN_FLIGHT) {
    const batch = places.slice(at, at + IN_FLIGHT).map((place, n) => made(bed, place, at + n + 1));
    ids.push(...(await Promise.all(batch)));
  }
  return ids;
}

async function made(bed: Bed, place: Place, n: number): Promise<string> {
  const { provinceId, orgId, runtime } = bed;
  const code = `CT-${String(n).padStart(4, '0')}`;
  const posts = { unit: orgId, commune: orgId, desk: orgId, department: orgId, province: orgId };
  const isAtDesk = place === 'Task_TiepNhan' || place === 'Catch_KetQua';
  const variables = {
    ...{ dossier: code, code, legalPerson: true, openRows: 0, ...posts },
    ...{ entry: isAtDesk ? 'desk' : 'own', procedure: place === 'Task_TomTat' ? 'simplified' : 'usual' },
  };
  const started = done(await runtime.start({ provinceId, processKey: 'ho-so', variables, businessKey: code, subject: { orgId } }));
  const { instanceId } = started;
  if (place === 'Task_BinhXet') {
    await complete(bed, started, {});
  }
  if (isAtDesk) {
    await work(bed, instanceId);
    const received = await work(bed, instanceId);
    if (place === 'Catch_KetQua') {
      await complete(bed, received, { outcome: 'accept', round: 'dot-1' });
      await work(bed, instanceId);
    }
  }
  return instanceId;
}

type Done = Extract<StepAnswer, { ok: true }>;

async function complete({ runtime, provinceId }: Bed, { instanceId, openTasks }: Done, variables: JsonObject): Promise<Done> {
  const taskId = openTasks[0]?.taskId ?? '';
  return done(await runtime.step({ provinceId, instanceId, command: { type: 'complete-task', taskId, variables } }));
}

/** Does the one job it waits for. */
async function work({ database, runtime, provinceId }: Bed, instanceId: string): Promise<Done> {
  const [job]: { readonly id: string }[] = await database.reader.query(
    `select id from job where province_id = $1 and instance_id = $2 and status = 'open'`,
    [provinceId, instanceId],
  );
  return done(await runtime.step({ provinceId, instanceId, command: { type: 'complete-job', jobId: job?.id ?? '', variables: {} } }));
}

function done(answer: StepAnswer): Done {
  if (!answer.ok) {
    throw new Error(`a step was refused: ${JSON.stringify(answer)}`);
  }
  return answer;
}
