import { foreign, user } from '../../test/conversion';
import { diagram, element, end, extensions, file, start, task } from '../../test/diagram';
import { takeInDiagram } from './take-in-diagram';

describe('takeInDiagram', () => {
  it('takes a native diagram as it is', async () => {
    const xml = diagram(start(), end());
    expect(await takeInDiagram(xml)).toEqual({ ok: true, value: { xml, process: { id: 'P', name: 'Quy trình' }, forms: [] } });
  });

  it.each([
    ['<bpmn:process id="A"/><bpmn:process id="B" name="b"/>', { id: 'A', name: 'A' }],
    ['<bpmn:process id="A" name=""/>', { id: 'A', name: 'A' }],
    ['<bpmn:process id="A" name="a"/>', { id: 'A', name: 'a' }],
  ])('names the draft of %s', async (content, process) => {
    expect(await takeInDiagram(file(content))).toMatchObject({ ok: true, value: { process } });
  });

  it('converts another dialect, with its forms and an account of every word', async () => {
    const taken = await takeInDiagram(foreign(user('c:assignee="${a}"', extensions('<c:formProperty id="q"/>'))));
    expect(taken).toMatchObject({
      ok: true,
      value: {
        xml: expect.stringContaining('<zeebe:assignmentDefinition assignee="=a"') as string,
        process: { id: 'P', name: 'Quy trình' },
        forms: [{ id: 'U' }],
        converted: { dialect: 'camunda', report: [{ what: 'c:assignee' }, { what: 'c:form' }] },
      },
    });
  });

  it.each([
    ['a file without a process', file('<bpmn:message id="M"/>'), 'process-missing'],
    ['a native file that would lose something', diagram(task('T'), task('T')), 'id-duplicate'],
    ['a foreign file that cannot be read', foreign(user('c:assignee="a"') + user('')), 'id-duplicate'],
    ['a foreign file that would lose something', foreign(user('c:assignee="a"', '<bpmn:ioSpecification/>'.repeat(2))), 'element-lost'],
    ['a dialect nobody converts', diagram(element('task', 'T', '', 'xmlns:d="http://www.jboss.org/drools" d:x="1"')), 'dialect-not-native'],
  ])('refuses %s', async (_, xml, code) => {
    expect(await takeInDiagram(xml)).toMatchObject({ ok: false, error: [{ code, severity: 'error' }] });
  });
});
