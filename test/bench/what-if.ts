import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCasework, type CaseworkDeps } from '@thidua/casework';
import type { DryRunView } from '@thidua/contract';
import type { JsonObject } from '@thidua/kernel';
import { newId, type Definitions } from '@thidua/runtime';
import { changedTables, rowHashes } from '../harness/row-hashes';
import { runningDossiers, type Place } from '../harness/running-dossiers';

const PROVINCE = 'BENCH';
const KEY = 'ho-so';
const FOLDER = join('workflows', KEY, '1');
/** Of every hundred instances. */
const MIX: readonly (readonly [place: Place, share: number])[] = [
  ['Task_BaoCao', 30],
  ['Task_BinhXet', 25],
  ['Task_TiepNhan', 20],
  ['Catch_KetQua', 15],
  ['Task_TomTat', 10],
];

/** A shorter limit, and a step under another id. */
const EDITS: readonly (readonly [from: string | RegExp, to: string])[] = [
  ['<thidua:deadline workingDays="3" remindBefore="2"/>', '<thidua:deadline workingDays="2" remindBefore="1"/>'],
  [/Task_TomTat/g, 'Task_TomTatThanhTich'],
];

/** Tries a new version of the shipped `ho-so` on many running instances: how long it takes, and that not one row of any table is another one. */
export async function reportWhatIf(print: (line: string) => void): Promise<void> {
  const url = process.env['DATABASE_URL'];
  if (url === undefined) {
    throw new Error('DATABASE_URL is not set; run it by npm run bench -- what-if');
  }
  const count = Number(process.env['BENCH_INSTANCES'] ?? 5000);
  const casework = await openCasework({ databaseUrl: url, databasePool: 8, demo: false, clock: 'real' });
  try {
    const { deps, handlers } = casework;
    const orgId = await house(deps);
    await release(deps, shipped());
    const begun = performance.now();
    await runningDossiers({ database: deps.database, runtime: deps.runtime, provinceId: PROVINCE, orgId }, placesOf(count));
    print(`what-if: made ${count} running instances of ${KEY} in ${seconds(begun)} s`);
    await deps.database.reader.query('vacuum analyze');
    const definitionId = await draft(deps);
    const before = await rowHashes(deps.database);
    const actor = administrator(deps, orgId);
    const asked = { query: {}, actor, key: null, file: null };
    const started = performance.now();
    const { id } = await handlers.dryRun({ ...asked, params: { id: definitionId }, body: { mapping: [] } });
    const { view, polls, longestMs } = await watched(() => handlers.dryRunProgress({ ...asked, params: { id }, body: undefined }));
    const took = seconds(started);
    const changed = changedTables(before, await rowHashes(deps.database));
    print(`what-if: ${view.done} of ${view.total} tried in ${took} s; progress told ${polls} times, the longest silence ${longestMs} ms`);
    print(`what-if: ${JSON.stringify(view.counts)}; late at once ${view.lateAtOnce}`);
    print(
      `what-if: ${before.size} tables hashed row by row, before and after; other rows in ${changed.length}: ${changed.join(', ') || 'none'}`,
    );
    const sum = Object.values(view.counts).reduce((all, one) => all + one, 0);
    print(JSON.stringify({ bench: 'what-if', instances: view.total, seconds: took, changedTables: changed.length, addsUp: sum === count }));
    if (view.status !== 'done' || sum !== count || changed.length > 0 || took > 60) {
      throw new Error('the dry run is too slow, does not add up, or has written something');
    }
  } finally {
    await casework.close();
  }
}

/** As the page does: asks again and again how far it is. */
async function watched(ask: () => Promise<DryRunView>): Promise<{ view: DryRunView; polls: number; longestMs: number }> {
  let longest = 0;
  for (let polls = 1; ; polls += 1) {
    const asked = performance.now();
    const view = await ask();
    if (view.status !== 'running') {
      return { view, polls, longestMs: Math.round(longest) };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    longest = Math.max(longest, performance.now() - asked);
  }
}

type Release = Parameters<Definitions['createDraft']>[2];

function shipped(): Release {
  const xml = readFileSync(join(FOLDER, 'process.bpmn'), 'utf8');
  const forms = Object.fromEntries(
    readdirSync(join(FOLDER, 'forms')).map((name) => [
      name.replace(/\.form$/, ''),
      JSON.parse(readFileSync(join(FOLDER, 'forms', name), 'utf8')) as JsonObject,
    ]),
  );
  return { key: KEY, name: 'Hồ sơ đề nghị khen thưởng', xml, resources: { forms, decisions: {} }, origin: 'shipped/1' };
}

async function release({ database, definitions }: CaseworkDeps, files: Release): Promise<void> {
  const found = await database.inTransaction((tx) => definitions.release(tx, PROVINCE, files));
  if (!found.ok) {
    throw new Error(`${KEY} is refused: ${JSON.stringify(found.error)}`);
  }
}

function draft({ database, definitions }: CaseworkDeps): Promise<string> {
  const files = shipped();
  const xml = EDITS.reduce((text, [from, to]) => text.replace(from, to), files.xml);
  return database.inTransaction((tx) => definitions.createDraft(tx, PROVINCE, { ...files, xml, origin: 'tenant' }));
}

async function house({ database, clock }: CaseworkDeps): Promise<string> {
  const orgId = newId(clock);
  await database.inTransaction((tx) =>
    tx.query(
      `insert into org (province_id, id, kind, level, name, head_body, place, symbol, tier, legal_person, has_seal, valid_from)
       values ($1, $2, 'unit', 'UNIT', 'bench', 'bench', 'bench', 'B', 'don-vi', true, true, '2020-01-01')`,
      [PROVINCE, orgId],
    ),
  );
  return orgId;
}

function administrator(
  { clock }: CaseworkDeps,
  orgId: string,
): Parameters<Awaited<ReturnType<typeof openCasework>>['handlers']['dryRun']>[0]['actor'] {
  const position = { id: newId(clock), orgId, orgName: 'bench', orgKind: 'unit', role: 'admin', title: 'bench', version: 1, level: 'UNIT' };
  // As far as an administrator's guard asks.
  return { provinceId: PROVINCE, accountId: newId(clock), personId: newId(clock), positions: [position], delegations: [] };
}

function placesOf(count: number): readonly Place[] {
  const hundred = MIX.flatMap(([place, share]) => Array.from({ length: share }, () => place));
  return Array.from({ length: count }, (_, n) => hundred[n % hundred.length] ?? 'Task_BaoCao');
}

function seconds(begun: number): number {
  return Math.round((performance.now() - begun) / 10) / 100;
}
