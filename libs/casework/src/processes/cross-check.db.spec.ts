import { RoundPlay } from '../../../../test/harness/round-play';
import { appraised, COMMUNE, entries, received } from '../../../../test/harness/round-story';
import { ASSENT_FORM } from './house-forms';

jest.setTimeout(60_000);

/** What the panel's «Thẩm tra chéo» draws behind «Thẩm định hồ sơ», as text. */
function withCheck(xml: string): string {
  const task = `<bpmn:userTask id="Task_Cheo" name="Thẩm tra chéo"><bpmn:extensionElements><zeebe:userTask/>
    <zeebe:assignmentDefinition candidateGroups="=[&quot;pos:&quot; + commune + &quot;/council-secretary&quot;]"/>
    <zeebe:formDefinition formId="${ASSENT_FORM}"/><thidua:fourEyes tasks="Task_ThamDinh"/>
    <zeebe:ioMapping><zeebe:output source="=outcome" target="ketQuaKiemTra"/></zeebe:ioMapping></bpmn:extensionElements></bpmn:userTask>
    <bpmn:exclusiveGateway id="Gateway_Cheo" name="Thẩm tra đạt?" default="Flow_Cheo_Dat"/>
    <bpmn:sequenceFlow id="Flow_Cheo" sourceRef="Task_Cheo" targetRef="Gateway_Cheo"/>
    <bpmn:sequenceFlow id="Flow_Cheo_Dat" name="Đồng ý" sourceRef="Gateway_Cheo" targetRef="Job_ThamDinh"/>
    <bpmn:sequenceFlow id="Flow_Cheo_Tra" name="Không đồng ý" sourceRef="Gateway_Cheo" targetRef="Task_ThamDinh">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=ketQuaKiemTra = "send-back"</bpmn:conditionExpression></bpmn:sequenceFlow>`;
  const bare = xml
    .replace('sourceRef="Task_ThamDinh" targetRef="Job_ThamDinh"', 'sourceRef="Task_ThamDinh" targetRef="Task_Cheo"')
    .replace(/<bpmn:(incoming|outgoing)>[^<]*<\/bpmn:\1>/g, '')
    .replace('workingDays="20" row="T-16"', 'workingDays="8" within="T-16"');
  const at = bare.indexOf('<bpmn:userTask id="Task_ThamDinh"');
  const lane = '<bpmn:flowNodeRef>Task_ThamDinh</bpmn:flowNodeRef>';
  return `${bare.slice(0, at)}${task}${bare.slice(at)}`.replace(lane, `${lane}<bpmn:flowNodeRef>Task_Cheo</bpmn:flowNodeRef>`);
}

describe('a cross-check put in by an administrator', () => {
  let play: RoundPlay;

  beforeAll(async () => {
    play = await RoundPlay.open();
  }, 60_000);
  afterAll(() => play.close());

  it('is published by the server’s own rules, sends back with a reason, and lets through what is agreed', async () => {
    const { id } = await play.call('hp.quantri1', 'createDraft', { body: { key: 'dot-xet-xa' } });
    const params = { id };
    const facts = await play.call('hp.quantri1', 'panelFacts', { params });
    expect(facts.forms.find((form) => form.id === ASSENT_FORM)).toMatchObject({
      outcomes: [{ value: 'agree' }, { value: 'send-back' }],
      answers: [],
    });
    const appraisers = facts.offices.find((one) => one.variable === 'commune')?.posts.find((post) => post.role === 'appraiser');
    expect(appraisers?.alone).toBe(appraisers?.held);
    const { xml } = await play.call('hp.quantri1', 'definition', { params });
    const saved = await play.call('hp.quantri1', 'saveDiagram', { params, body: { xml: withCheck(xml), rev: 0 } });
    expect(saved.problems.filter(({ code }) => code !== 'shape-missing')).toEqual([]);
    expect(saved.changes.map((change) => change.text)).toEqual([
      'Thêm bước «Thẩm tra chéo»',
      'Thêm cổng chọn một «Thẩm tra đạt?»',
      'Bước «Thẩm định hồ sơ»: 20 → 8 ngày làm việc',
      'Bước «Thẩm định hồ sơ»: thời hạn đặt riêng trong hạn T-16 của gói quy định',
      'Thêm luồng từ bước «Thẩm tra chéo» đến cổng chọn một «Thẩm tra đạt?»',
      'Thêm luồng «Đồng ý» từ cổng chọn một «Thẩm tra đạt?» đến bước «Làm phiếu thẩm định, bảng tổng hợp» (mặc định)',
      'Thêm luồng «Không đồng ý» từ cổng chọn một «Thẩm tra đạt?» đến bước «Thẩm định hồ sơ» (khi kết quả bước «Thẩm tra chéo» là «Không đồng ý, trả lại»)',
      'Luồng từ bước «Thẩm định hồ sơ» đến bước «Làm phiếu thẩm định, bảng tổng hợp» nay đi từ bước «Thẩm định hồ sơ» đến bước «Thẩm tra chéo»',
    ]);
    await play.call('hp.quantri1', 'proposeDefinition', { params, body: { note: 'Thêm thẩm tra chéo' } });
    await play.call('hp.quantri2', 'publishDefinition', { params, body: { note: 'Đồng ý' } });

    const { roundId } = await received(play, 'gp.ck', [{ name: 'A', award: 'GK_XA' }]);
    await appraised(play, COMMUNE, roundId);
    const check = await play.task('gp.thuky', 'Thẩm tra chéo', roundId);
    expect(check.outcomes.map(({ label }) => label)).toEqual(['Đồng ý', 'Không đồng ý, trả lại']);
    await expect(play.complete('gp.thuky', check, { outcome: 'send-back' })).rejects.toMatchObject({ code: 'form-invalid' });
    await play.complete('gp.thuky', check, { outcome: 'send-back', reason: 'Thiếu minh chứng', note: 'Xem lại' });
    await play.does(COMMUNE.appraiser, 'Thẩm định hồ sơ', roundId, (task) => ({ rows: entries(task, () => ({ verdict: 'met' })) }));
    await play.does('gp.thuky', 'Thẩm tra chéo', roundId, { outcome: 'agree' });
    expect((await play.task(COMMUNE.secretary, 'Mở phiên họp Hội đồng', roundId)).step).toBe('council');
    const [variables] = await play.rows<{ text: string }>(
      `select s.state::text as text from instance_state s join process_instance i on i.id = s.id where i.definition_id = $1`,
      [id],
    );
    expect(variables?.text).toContain('agree');
    expect(variables?.text).not.toContain('Thiếu minh chứng');
  });
});
