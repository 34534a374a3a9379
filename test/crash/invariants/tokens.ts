import { isDeepStrictEqual } from 'node:util';
import type { ProcessGraph } from '@thidua/bpmn';
import { evolveAll, type EngineEvent, type InstanceState } from '@thidua/engine';
import { Runtime } from '@thidua/runtime';
import type { Database } from '@thidua/store';
import type { Client } from 'pg';

interface InstanceRow {
  readonly province_id: string;
  readonly id: string;
  readonly key: string;
  readonly status: string;
  readonly state: InstanceState;
}

interface WaitRow {
  readonly instance_id: string;
  readonly kind: string;
  readonly id: string;
}

const WAITS = `
  select instance_id, 'task' as kind, id from task where status = 'open'
  union all select instance_id, 'job', id from job where status = 'open'
  union all select instance_id, 'timer', id from timer
  union all select instance_id, 'subscription', id from subscription
  union all select instance_id, 'signal', id from signal_subscription`;

/** I1, I2, I5: the state is the fold of its events, its waits are exactly the open rows, and whatever is active can move. */
export async function checkTokens(client: Client, database: Database): Promise<string[]> {
  const { rows: instances } = await client.query<InstanceRow>(
    `select s.province_id, s.id, p.key, p.status, s.state from instance_state s
     join process_instance p on p.province_id = s.province_id and p.id = s.id`,
  );
  const { rows: waits } = await client.query<WaitRow>(WAITS);
  const { rows: stateless } = await client.query<{ id: string }>(
    `select p.id from process_instance p left join instance_state s on s.province_id = p.province_id and s.id = p.id where s.id is null`,
  );
  const { rows: incidents } = await client.query<{ instance_id: string }>('select instance_id from incident where resolved_at is null');
  const violations = stateless.map(({ id }) => `instance ${id} has no state`);
  const clock = { nowMs: () => 0 };
  const runtime = new Runtime({ database, clock, calendar: { addWorkingDays: (fromMs) => fromMs } });
  for (const instance of instances) {
    const name = `${instance.key} ${instance.id}`;
    const graphs = await graphsOf(runtime, instance);
    const { rows: events } = await client.query<{ body: EngineEvent }>(
      'select body from event where province_id = $1 and instance_id = $2 order by version, seq',
      [instance.province_id, instance.id],
    );
    violations.push(
      ...replayed(
        name,
        instance,
        events.map((row) => row.body),
        graphs,
      ),
    );
    const mine = waits.filter((wait) => wait.instance_id === instance.id);
    violations.push(...asWaiting(name, instance.state, mine));
    const hurt = incidents.some((incident) => incident.instance_id === instance.id);
    const asks = Object.values(instance.state.waits).some((wait) => wait.kind === 'condition');
    if (instance.status === 'active' && mine.length === 0 && !asks && !hurt) {
      violations.push(`silent stall: ${name} is active and nothing can move it`);
    }
    if (instance.status !== instance.state.status) {
      violations.push(`${name} is ${instance.status}, its state ${instance.state.status}`);
    }
  }
  return violations;
}

async function graphsOf(runtime: Runtime, { province_id, state }: InstanceRow): Promise<readonly ProcessGraph[]> {
  await runtime.graphs.prepare(province_id, state.graphs);
  return state.graphs.map((id) => {
    const graph = runtime.graphs.graph(id);
    if (graph === undefined) {
      throw new Error(`graph ${id} is missing`);
    }
    return graph;
  });
}

function replayed(name: string, { state }: InstanceRow, events: readonly EngineEvent[], graphs: readonly ProcessGraph[]): string[] {
  const violation = `state is not the fold of its events: ${name}`;
  try {
    const folded: unknown = JSON.parse(JSON.stringify(evolveAll(undefined, events, graphs)));
    return isDeepStrictEqual(folded, state) ? [] : [violation];
  } catch (error) {
    return [`${violation}, ${String(error)}`];
  }
}

function asWaiting(name: string, state: InstanceState, rows: readonly WaitRow[]): string[] {
  // Conditions are asked inside the instance whenever it moves: they have no rows.
  const wanted = Object.entries(state.waits).flatMap(([id, wait]) => (wait.kind === 'condition' ? [] : [`${wait.kind} ${id}`]));
  const found = rows.map((row) => `${row.kind} ${row.id}`);
  return [
    ...wanted.filter((wait) => !found.includes(wait)).map((wait) => `token without its row: ${name} waits for ${wait}`),
    ...found.filter((wait) => !wanted.includes(wait)).map((wait) => `row without its token: ${wait} of ${name}`),
  ];
}
