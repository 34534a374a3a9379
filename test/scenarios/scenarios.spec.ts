import { connect } from '@thidua/store';
import { cloneDatabase } from '../harness/database';
import { runScenario, type ScenarioResult } from './run-scenario';
import { readScenarioFiles, scenarioPaths } from './scenario-files';
import { uncoveredFlows } from './uncovered-flows';
import { readWorkflowSet, type WorkflowSet } from './workflow-set';

/** Sequence flows that no scenario takes, each with the reason. Nothing needs one so far. */
const ALLOWED: Readonly<Record<string, string>> = {};

describe('scenarios of the shipped workflows, in memory and on PostgreSQL', () => {
  const results = new Map<string, ScenarioResult>();
  let set: WorkflowSet;

  beforeAll(async () => {
    set = await readWorkflowSet();
    const { url, drop } = await cloneDatabase();
    const database = await connect({ url, poolSize: 4 });
    for (const { path, read } of readScenarioFiles(set)) {
      const faults = read.ok ? [] : read.error.map(({ field, sentence }) => `${field}: ${sentence}`);
      results.set(path, read.ok ? await runScenario(read.value, set, { database, tenant: path }) : { faults, flows: [] });
    }
    await database.close();
    await drop();
  }, 180_000);

  it.each(scenarioPaths())('%s', (path) => {
    expect(results.get(path)?.faults).toEqual([]);
  });

  it('are there for each workflow, and take every sequence flow of its diagram', () => {
    expect([...set.workflows.keys()].toSorted()).toEqual([
      'ban-hanh-van-ban',
      'bao-cao-don-vi',
      'binh-xet-cum',
      'cham-diem',
      'dang-ky-thi-dua',
      'dien-hinh-tien-tien',
      'dieu-chinh-ke-hoach',
      'don-vi-quyet-dinh',
      'dot-bao-cao',
      'dot-khen-phong-trao',
      'dot-xet-don-vi',
      'dot-xet-huyen',
      'dot-xet-tinh',
      'dot-xet-xa',
      'gui-cong-van-phong-trao',
      'ho-so',
      'hoi-nghi-phong-trao',
      'ke-hoach-don-vi',
      'ket-thuc-phong-trao',
      'kiem-tra-don-vi',
      'kiem-tra-phong-trao',
      'nhiem-vu-ke-hoach',
      'phong-trao',
      'thu-hoi-khen-thuong',
      'trinh-trung-uong',
      'tu-cham-diem',
      'van-ban-sau-ban-hanh',
    ]);
    const taken = new Set([...results.values()].flatMap(({ flows }) => flows));
    expect(uncoveredFlows([...set.workflows.values()], taken).toSorted()).toEqual(Object.keys(ALLOWED).toSorted());
  });
});
