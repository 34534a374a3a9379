import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lintDiagram, type Refusal } from '@thidua/bpmn';
import { instantOf } from '@thidua/kernel';
import type { CaseworkDeps } from '../../libs/casework/src/deps';
import { readPacks } from '../../libs/casework/src/install/install-law';
import { readWorkflowFiles } from '../../libs/casework/src/install/read-workflow-files';
import { JOB_TYPES } from '../../libs/casework/src/jobs/job-types';
import { decidersToday, wordsOfHouse } from '../../libs/casework/src/law/deciders';
import { surroundingsOf } from '../../libs/runtime/src/graphs/compile';
import { all, cut, inside, lead, type Edit } from './edit-diagram';

const files = readWorkflowFiles();
const releases = new Map(files.processes.map((release) => [release.folder, release]));
const packs = readPacks(files).filter((pack) => pack.status === 'in-use' && !pack.simulated);
const PAPERS = readdirSync(join(__dirname, '../../workflows/papers/1')).flatMap((name) => /^(.*)\.hbs$/.exec(name)?.[1] ?? []);
/** A day of the demonstration. */
const NOW = instantOf({ year: 2026, month: 3, day: 2 }, 9);
const AT_HAND = { law: { effective: () => packs }, clock: { nowMs: () => NOW } } as unknown as Pick<CaseworkDeps, 'law' | 'clock'>;

/** As the server examines it: the release's own forms, the worker's jobs, the law of a day of the demonstration. */
async function examine(folder: string, edit: Edit = (xml) => xml): Promise<readonly Refusal[]> {
  const release = releases.get(folder);
  if (release === undefined) {
    throw new Error(folder);
  }
  const surroundings = await surroundingsOf({
    jobTypes: JOB_TYPES,
    formIds: Object.keys(release.forms),
    decisions: release.decisions,
    callable: [...releases.keys()],
    deciders: decidersToday(AT_HAND),
    ...wordsOfHouse(AT_HAND, PAPERS),
  });
  return lintDiagram(edit(release.xml), surroundings);
}

const errors = (refusals: readonly Refusal[]): readonly string[] =>
  refusals.filter(({ severity }) => severity === 'error').map(({ elementId, code }) => `${elementId ?? ''} ${code}`);

interface Planted {
  /** What somebody changed, as they would say it. */
  readonly change: string;
  readonly diagram: string;
  readonly edit: Edit;
  /** The element that is refused, and the rule that refuses it. */
  readonly refused: readonly [element: string, code: string];
}

const group = (role: string): string => `/${role}&quot;]`;

const UNLAWFUL: readonly Planted[] = [
  {
    change: 'the chief of the commune lets the deputy decide',
    diagram: 'dot-xet-xa',
    edit: inside('Task_KyQuyetDinh', 'role="chair"', 'role="deputy-chair"'),
    refused: ['Task_KyQuyetDinh', 'wrong-decider'],
  },
  {
    change: 'the decision goes to the inbox of the appraiser',
    diagram: 'dot-xet-xa',
    edit: inside('Task_KyQuyetDinh', group('chair'), group('appraiser')),
    refused: ['Task_KyQuyetDinh', 'wrong-decider'],
  },
  {
    change: 'the decision of the province goes to a chosen person',
    diagram: 'dot-xet-tinh',
    edit: inside('Task_KyQuyetDinh', /candidateGroups="[^"]*"/, 'assignee="=nguoiKy"'),
    refused: ['Task_KyQuyetDinh', 'wrong-decider'],
  },
  {
    change: 'the decision goes to whoever a variable names',
    diagram: 'dot-xet-xa',
    edit: inside('Task_KyQuyetDinh', /candidateGroups="[^"]*"/, 'candidateGroups="=nhomKy"'),
    refused: ['Task_KyQuyetDinh', 'wrong-decider'],
  },
  {
    change: 'a commune decides at the level of the province',
    diagram: 'dot-xet-xa',
    edit: inside('Task_KyQuyetDinh', 'level="XA"', 'level="TINH"'),
    refused: ['Task_KyQuyetDinh', 'wrong-decider'],
  },
  {
    change: 'the chair of the province decides in the round of a commune',
    diagram: 'dot-xet-xa',
    edit: inside('Task_KyQuyetDinh', '+ commune +', '+ province +'),
    refused: ['Task_KyQuyetDinh', 'wrong-decider'],
  },
  {
    change: 'the commune cites the row of the province',
    diagram: 'dot-xet-xa',
    edit: inside('Task_KyQuyetDinh', 'citation="AU-04"', 'citation="AU-07"'),
    refused: ['Task_KyQuyetDinh', 'wrong-decider'],
  },
  {
    change: 'the authority is taken off the decision',
    diagram: 'dot-xet-tinh',
    edit: inside('Task_KyQuyetDinh', /<thidua:authority [^>]*>/, ''),
    refused: ['Task_KyQuyetDinh', 'authority-missing'],
  },
  {
    change: 'the decision is called a signature',
    diagram: 'dot-xet-xa',
    edit: inside('Task_KyQuyetDinh', 'kind="decision"', 'kind="sign"'),
    refused: ['Task_KyQuyetDinh', 'decision-evaded'],
  },
  {
    change: 'the decision is made a plain signature, so that no rule about decisions sees it',
    diagram: 'dot-xet-xa',
    edit: all(inside('Task_KyQuyetDinh', 'kind="decision"', 'kind="sign"'), inside('Task_KyQuyetDinh', /<thidua:authority [^>]*>/, '')),
    refused: ['Task_CapSoQd', 'decision-evaded'],
  },
  {
    change: 'the council is skipped under a condition of somebody’s own',
    diagram: 'dot-xet-xa',
    edit: inside('Flow_Gateway_HoiDong_Job_KhongHop', '=councilBody = &quot;none&quot;', '=hasFailed'),
    refused: ['Task_KyQuyetDinh', 'council-missing'],
  },
  {
    change: 'the meeting is opened and its minutes written, but nobody votes',
    diagram: 'dot-xet-xa',
    edit: lead('Flow_Task_MoPhien_Task_BoPhieu', 'Job_BienBan'),
    refused: ['Task_KyQuyetDinh', 'council-missing'],
  },
  {
    change: 'what comes after the closing day goes to the council without appraisal',
    diagram: 'dot-xet-xa',
    edit: lead('Flow_Timer_HetHan_Task_ThamDinh', 'Gateway_HoiDong'),
    refused: ['Task_KyQuyetDinh', 'appraisal-missing'],
  },
  {
    change: 'the ballot is cast by the secretary alone',
    diagram: 'dot-xet-xa',
    edit: inside('Task_BoPhieu', 'assignee="=voter"', 'candidateGroups="=[&quot;pos:&quot; + commune + &quot;/council-secretary&quot;]"'),
    refused: ['Task_BoPhieu', 'wrong-performer'],
  },
  {
    change: 'the decision gets its number before the signature',
    diagram: 'dot-xet-xa',
    edit: lead('Flow_Job_DuThaoQd_Task_KyQuyetDinh', 'Task_CapSoQd'),
    refused: ['Task_CapSoQd', 'numbering-before-signature'],
  },
  {
    change: 'the appraiser numbers the decision',
    diagram: 'dot-xet-xa',
    edit: inside('Task_CapSoQd', group('records-clerk'), group('appraiser')),
    refused: ['Task_CapSoQd', 'wrong-performer'],
  },
  {
    change: 'the appraiser signs the submission to the level above',
    diagram: 'dot-xet-xa',
    edit: inside('Task_KyToTrinhXa', group('chair'), group('appraiser')),
    refused: ['Task_KyToTrinhXa', 'wrong-performer'],
  },
  {
    change: 'a limit of its own, longer than the law’s',
    diagram: 'dot-xet-xa',
    edit: inside('Task_ThamDinh', 'workingDays="20" row="T-16"', 'workingDays="40" within="T-16"'),
    refused: ['Task_ThamDinh', 'limit-unlawful'],
  },
  {
    change: 'a limit by a row that the law does not have',
    diagram: 'dot-xet-tinh',
    edit: inside('Task_ThamDinh', 'row="T-19"', 'row="T-91"'),
    refused: ['Task_ThamDinh', 'limit-unlawful'],
  },
  {
    change: 'no working day at all',
    diagram: 'ho-so',
    edit: inside('Task_TiepNhan', 'workingDays="3"', 'workingDays="0"'),
    refused: ['Task_TiepNhan', 'legal-value-invalid'],
  },
  {
    change: 'the submission to the centre is called in whatever version is the latest',
    diagram: 'dot-xet-tinh',
    edit: inside('Call_TrungUong', /bindingType="versionTag" versionTag="[^"]*"/, 'bindingType="latest"'),
    refused: ['Call_TrungUong', 'latest-on-legal-path'],
  },
  {
    change: 'four eyes on a step that is not there',
    diagram: 'dot-xet-xa',
    edit: inside(
      'Task_ThamDinh',
      '<thidua:step kind="appraisal"/>',
      '<thidua:step kind="appraisal"/><thidua:fourEyes tasks="Task_KiemTraCheo"/>',
    ),
    refused: ['Task_ThamDinh', 'reference-missing'],
  },
  {
    change: 'a kind of paper nobody can make',
    diagram: 'dot-xet-xa',
    edit: inside('Job_DuThaoQd', 'value="phieu-trinh quyet-dinh"', 'value="phieu-trinh quyet-dinh-mat"'),
    refused: ['Job_DuThaoQd', 'reference-missing'],
  },
];

const UNSOUND: readonly Planted[] = [
  {
    change: 'a step for nobody',
    diagram: 'dot-xet-xa',
    edit: inside('Task_ThamDinh', /<zeebe:assignmentDefinition [^>]*>/, ''),
    refused: ['Task_ThamDinh', 'assignee-missing'],
  },
  {
    change: 'a step for a post that does not exist',
    diagram: 'dot-xet-xa',
    edit: inside('Task_ThamDinh', group('appraiser'), group('apraiser')),
    refused: ['Task_ThamDinh', 'reference-missing'],
  },
  {
    change: 'meeting after meeting, and no way out',
    diagram: 'dot-xet-xa',
    edit: lead('Flow_Job_PhatHanhBienBan_Gateway_GopHop', 'Task_MoPhien'),
    refused: ['Task_MoPhien', 'unsound'],
  },
  {
    change: 'a reminder that reminds itself for ever',
    diagram: 'dot-xet-xa',
    edit: lead('Flow_Job_NhacThamDinh_End_NhacThamDinh', 'Job_NhacThamDinh'),
    refused: ['Job_NhacThamDinh', 'unsound'],
  },
  {
    change: 'an end nobody reaches',
    diagram: 'dot-xet-xa',
    edit: lead('Flow_Job_DongDot_End_Dot', 'Task_ThamDinh'),
    refused: ['End_Dot', 'incoming-missing'],
  },
  {
    change: 'a result nobody leads to',
    diagram: 'dot-xet-xa',
    edit: cut('Flow_Gateway_CoTruot_Job_KetQuaTruot'),
    refused: ['Job_KetQuaTruot', 'incoming-missing'],
  },
  {
    change: 'one of three branches, where all are waited for',
    diagram: 'dot-xet-xa',
    edit: all(
      inside('Gateway_Tach', /bpmn:parallelGateway/g, 'bpmn:exclusiveGateway'),
      inside(
        'Flow_Gateway_Tach_Gateway_CoQd',
        '/>',
        '><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=hasLocal</bpmn:conditionExpression></bpmn:sequenceFlow>',
      ),
      inside(
        'Flow_Gateway_Tach_Gateway_CoTrinh',
        '/>',
        '><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=hasUpward</bpmn:conditionExpression></bpmn:sequenceFlow>',
      ),
      inside('Gateway_Tach', '<bpmn:exclusiveGateway ', '<bpmn:exclusiveGateway default="Flow_Gateway_Tach_Gateway_CoTruot" '),
    ),
    refused: ['Gateway_Gop', 'unsound'],
  },
  {
    change: 'a choice without its condition',
    diagram: 'dot-xet-xa',
    edit: inside('Flow_Gateway_KyQd_Task_SoanLai', /<bpmn:conditionExpression.*?<\/bpmn:conditionExpression>/s, ''),
    refused: ['Flow_Gateway_KyQd_Task_SoanLai', 'condition-missing'],
  },
  {
    change: 'a reminder every so often, written by hand',
    diagram: 'dot-xet-xa',
    edit: inside('Timer_NhacThamDinh', 'R/P1D', 'mỗi ngày'),
    refused: ['Timer_NhacThamDinh', 'timer-invalid'],
  },
  {
    change: 'a form the release does not have',
    diagram: 'dot-xet-xa',
    edit: inside('Task_ThamDinh', 'formId="tham-dinh"', 'formId="tham-dinh-2"'),
    refused: ['Task_ThamDinh', 'reference-missing'],
  },
  {
    change: 'work nobody does',
    diagram: 'dot-xet-xa',
    edit: inside('Job_DongDot', /type="[^"]*"/, 'type="close-everything"'),
    refused: ['Job_DongDot', 'reference-missing'],
  },
  {
    change: 'a process nobody has',
    diagram: 'dot-xet-tinh',
    edit: inside('Call_TrungUong', 'processId="trinh-trung-uong"', 'processId="trinh-quoc-hoi"'),
    refused: ['Call_TrungUong', 'reference-missing'],
  },
];

describe('planted edits of the shipped diagrams', () => {
  it('are at least 25', () => {
    expect(UNLAWFUL.length + UNSOUND.length).toBeGreaterThanOrEqual(25);
  });

  it('find nothing in the diagrams as they are shipped', async () => {
    for (const folder of releases.keys()) {
      const found = await examine(folder);
      expect([folder, ...errors(found), ...found.filter(({ code }) => code === 'own-days-idle')]).toEqual([folder]);
    }
  });

  it.each([...UNLAWFUL, ...UNSOUND].map((planted) => [planted.change, planted] as const))(
    'refuses: %s',
    async (_, { diagram, edit, refused: [element, code] }) => {
      const found = errors(await examine(diagram, edit));
      expect(found).toContain(`${element} ${code}`);
    },
  );
});
