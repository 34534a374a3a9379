import { element, extensions, straight } from '../../test/diagram';
import { compiled, refused } from '../../test/compiled';

const job = (inner: string): string => straight(['J', element('serviceTask', 'J', extensions(inner))]);

describe('jobs and decisions', () => {
  it('runs send tasks as jobs, three times unless told', async () => {
    const xml = straight(['J', element('sendTask', 'J', extensions('<zeebe:taskDefinition type="send-results"/>'))]);
    expect((await compiled(xml, 'J', 'serviceTask')).job).toEqual({ type: 'send-results', retries: 3 });
  });

  it.each([
    ['', 'job-type-missing serviceTask[J]/zeebe:TaskDefinition'],
    ['<zeebe:taskDefinition type="unknown"/>', 'reference-missing serviceTask[J]/zeebe:TaskDefinition/@type'],
    ['<zeebe:taskDefinition type="make-papers" retries="0"/>', 'expression-invalid serviceTask[J]/zeebe:TaskDefinition/@retries'],
    ['<zeebe:taskDefinition type="make-papers" retries="=n"/>', 'expression-invalid serviceTask[J]/zeebe:TaskDefinition/@retries'],
    ['<zeebe:taskDefinition type="=("/>', 'expression-invalid serviceTask[J]/zeebe:TaskDefinition'],
  ])('refuses the job %s', async (definition, expected) => {
    expect(await refused(job(definition))).toEqual([expected]);
  });

  it.each([
    [
      '<zeebe:calledDecision decisionId="x" resultVariable="r"/>',
      ['reference-missing businessRuleTask[R]/zeebe:CalledDecision/@decisionId'],
    ],
    [
      '<zeebe:calledDecision decisionId="tham-quyen" resultVariable="a.b"/>',
      ['target-invalid businessRuleTask[R]/zeebe:CalledDecision/@resultVariable'],
    ],
    ['<zeebe:calledDecision decisionId="tham-quyen" resultVariable="kết_quả"/>', []],
  ])('the decision %s', async (definition, expected) => {
    expect(await refused(straight(['R', element('businessRuleTask', 'R', extensions(definition))]))).toEqual(expected);
  });

  it('names a job type by FEEL when it begins with the sign', async () => {
    const found = await compiled(job('<zeebe:taskDefinition type="=kind" retries="99"/>'), 'J', 'serviceTask');
    expect(found.job).toMatchObject({ type: { source: 'kind' }, retries: 99 });
  });

  it('lets workers run scripts, decisions and plain service tasks alike', async () => {
    const worked = extensions('<zeebe:taskDefinition type="make-papers"/>');
    for (const type of ['scriptTask', 'businessRuleTask', 'serviceTask']) {
      expect((await compiled(straight(['J', element(type, 'J', worked)]), 'J', 'serviceTask')).job.type).toBe('make-papers');
    }
  });
});

describe('script tasks', () => {
  const script = (attributes: string): string => straight(['X', element('scriptTask', 'X', extensions(`<zeebe:script ${attributes}/>`))]);

  it('compute FEEL into a variable', async () => {
    const found = await compiled(script('expression="=a + 1" resultVariable="b"'), 'X', 'scriptTask');
    expect([found.expression.source, found.resultVariable]).toEqual(['a + 1', 'b']);
  });

  it.each([
    ['resultVariable="b"', 'expression-invalid scriptTask[X]/zeebe:Script/@expression'],
    ['expression="=a +" resultVariable="b"', 'expression-invalid scriptTask[X]/zeebe:Script/@expression'],
    ['expression="=a"', 'target-invalid scriptTask[X]/zeebe:Script/@resultVariable'],
  ])('refuse %s', async (attributes, expected) => {
    expect(await refused(script(attributes))).toEqual([expected]);
  });
});
