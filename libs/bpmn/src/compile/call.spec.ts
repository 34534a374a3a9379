import { chain, element, end, extensions, file, groups, process, start, straight } from '../../test/diagram';
import { compiled, refused } from '../../test/compiled';

const call = (inner: string): string => straight(['C', element('callActivity', 'C', extensions(inner))]);

describe('calls', () => {
  it.each([
    ['processId="trinh-trung-uong" bindingType="versionTag" versionTag="1"', []],
    ['processId="P" bindingType="deployment"', []],
    ['processId="nobody"', ['reference-missing callActivity[C]/zeebe:CalledElement/@processId']],
    ['processId="=which"', ['attribute-not-executed callActivity[C]/zeebe:CalledElement/@processId']],
    ['processId="P" bindingType="newest"', ['attribute-not-executed callActivity[C]/zeebe:CalledElement/@bindingType']],
    ['processId="P" bindingType="versionTag"', ['reference-missing callActivity[C]/zeebe:CalledElement/@bindingType']],
  ])('the call %s', async (attributes, expected) => {
    expect(await refused(call(`<zeebe:calledElement ${attributes}/>`))).toEqual(expected);
  });

  it('hands all variables back unless outputs are mapped or it says otherwise', async () => {
    const output = '<zeebe:ioMapping><zeebe:output source="=a" target="b"/></zeebe:ioMapping>';
    const all = async (inner: string): Promise<unknown> => {
      const found = await compiled(call(inner), 'C', 'callActivity');
      return found.call.propagateAll;
    };
    expect(await all('<zeebe:calledElement processId="P"/>')).toBe(true);
    expect(await all(`<zeebe:calledElement processId="P"/>${output}`)).toBe(false);
    expect(await all('<zeebe:calledElement processId="P" propagateAllChildVariables="false"/>')).toBe(false);
  });

  it.each([
    ['', true],
    ['propagateAllParentVariables="true"', true],
    ['propagateAllParentVariables="false"', false],
  ])('shows the called process all that is seen here, unless it says otherwise: %s', async (attribute, seesAll) => {
    const found = await compiled(call(`<zeebe:calledElement processId="P" ${attribute}/>`), 'C', 'callActivity');
    expect(found.call.seesAll).toBe(seesAll);
  });

  it('needs a process', async () => {
    expect(await refused(call(''))).toEqual(['reference-missing callActivity[C]/zeebe:CalledElement/@processId']);
  });

  it('says which version is called', async () => {
    const bound = async (attributes: string): Promise<unknown> =>
      (await compiled(call(`<zeebe:calledElement processId="P" ${attributes}/>`), 'C', 'callActivity')).call;
    expect(await bound('')).toEqual({ processId: 'P', binding: 'latest', propagateAll: true, seesAll: true });
    expect(await bound('bindingType="deployment" versionTag="1"')).toEqual({
      processId: 'P',
      binding: 'deployment',
      propagateAll: true,
      seesAll: true,
    });
    expect(await bound('bindingType="versionTag" versionTag="1"')).toEqual({
      processId: 'P',
      binding: 'versionTag',
      versionTag: '1',
      propagateAll: true,
      seesAll: true,
    });
  });

  it('takes the process from plain BPMN, unless zeebe names another', async () => {
    const plain = (inner: string): string => straight(['C', element('callActivity', 'C', inner, 'calledElement="P"')]);
    expect((await compiled(plain(''), 'C', 'callActivity')).call.processId).toBe('P');
    expect(await refused(plain(extensions('<zeebe:calledElement processId="trinh-trung-uong"/>')))).toEqual([
      'attribute-not-executed callActivity[C]/@calledElement',
    ]);
  });
});

describe('calls of a global task', () => {
  const calling = (task: string, attributes = 'calledElement="G"'): string =>
    file(task, process(start(), element('callActivity', 'C', '', attributes), end(), chain('S', 'C', 'E')));

  it('become the task itself', async () => {
    const worked = extensions('<zeebe:taskDefinition type="make-papers"/>');
    expect((await compiled(calling('<bpmn:globalTask id="G"/>'), 'C', 'passThroughTask')).id).toBe('C');
    expect((await compiled(calling('<bpmn:globalManualTask id="G"/>'), 'C', 'passThroughTask')).id).toBe('C');
    expect((await compiled(calling(element('globalScriptTask', 'G', worked)), 'C', 'serviceTask')).job.type).toBe('make-papers');
    const decided = extensions('<zeebe:calledDecision decisionId="tham-quyen" resultVariable="r"/>');
    expect((await compiled(calling(element('globalBusinessRuleTask', 'G', decided)), 'C', 'businessRuleTask')).resultVariable).toBe('r');
    const form = extensions('<zeebe:userTask/><zeebe:formDefinition formId="ky"/>', groups('chair'));
    expect((await compiled(calling(element('globalUserTask', 'G', form)), 'C', 'userTask')).task.formId).toBe('ky');
  });

  it('are refused by what the global task says wrong', async () => {
    const unknown = element('globalScriptTask', 'G', extensions('<zeebe:taskDefinition type="nobody"/>'));
    expect(await refused(calling(unknown))).toEqual(['reference-missing globalScriptTask[G]/zeebe:TaskDefinition/@type']);
    const listening = element('globalTask', 'G', extensions('<zeebe:executionListeners/>'));
    expect(await refused(calling(listening))).toEqual(['attribute-not-executed globalTask[G]/extensionElements/zeebe:ExecutionListeners']);
  });
});
