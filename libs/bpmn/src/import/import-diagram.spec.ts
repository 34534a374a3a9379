import { chain, diagram, end, extensions, start, task } from '../../test/diagram';
import { importDiagram } from './import-diagram';

const around = (content: string): string => diagram(start(), task('T', content), end(), chain('S', 'T', 'E'));

describe('importDiagram', () => {
  it('opens a native diagram without a word', async () => {
    const opened = await importDiagram(around(''));
    expect(opened).toMatchObject({ ok: true, value: { definitionsId: 'Definitions', findings: [] } });
    expect(opened.ok && opened.value.elements).toEqual([
      { id: 'Definitions', type: 'bpmn:Definitions' },
      { id: 'P', type: 'bpmn:Process', name: 'Quy trình' },
      { id: 'S', type: 'bpmn:StartEvent' },
      { id: 'T', type: 'bpmn:Task' },
      { id: 'E', type: 'bpmn:EndEvent' },
      { id: 'S_T', type: 'bpmn:SequenceFlow' },
      { id: 'T_E', type: 'bpmn:SequenceFlow' },
    ]);
  });

  it('writes the same file again', async () => {
    const opened = await importDiagram(around(extensions('<x:meta xmlns:x="urn:x"><x:deep>Sâu</x:deep></x:meta>')));
    expect(opened.ok && opened.value.xml).toContain('<x:deep>Sâu</x:deep>');
    const again = await importDiagram(opened.ok ? opened.value.xml : '');
    expect(again).toEqual(opened);
  });

  it('keeps extensions of other tools, and names their namespaces', async () => {
    const opened = await importDiagram(around(extensions('<x:meta x:a="1" xmlns:x="urn:x"/><y:meta xmlns:y="urn:y"/>')));
    expect(opened).toMatchObject({
      ok: true,
      value: {
        findings: [
          { code: 'extension-kept', severity: 'warning', path: '', detail: { namespace: 'urn:x', times: 2 } },
          { code: 'extension-kept', severity: 'warning', path: '', detail: { namespace: 'urn:y', times: 1 } },
        ],
      },
    });
  });

  it('opens another dialect for viewing, and says that it must be converted', async () => {
    const opened = await importDiagram(
      diagram(start('S', '', 'c:initiator="x" xmlns:c="http://flowable.org/bpmn"')).replace('id="Definitions" ', ''),
    );
    expect(opened).toMatchObject({
      ok: true,
      value: {
        definitionsId: '',
        findings: [
          { code: 'dialect-not-native', severity: 'warning', detail: { dialect: 'flowable', convertible: true } },
          { code: 'extension-kept', detail: { namespace: 'http://flowable.org/bpmn', times: 1 } },
        ],
      },
    });
  });

  it.each([
    ['what is not XML', '<a', ['xml-invalid']],
    ['what is no BPMN', '<a/>', ['xml-invalid']],
    ['a duplicate', diagram(start(), task('T'), task('T')), ['id-duplicate']],
    ['a flow to nothing', diagram(start(), chain('S', 'X')), ['flow-end-missing']],
    ['an unknown element', around('<bpmn:weird/>'), ['element-not-executed']],
    ['a vendor element where none may stand', diagram('<x:task xmlns:x="urn:x" id="X"/>'), ['xml-warning']],
    ['an unknown zeebe word', around(extensions('<zeebe:weird/>')), ['element-not-executed']],
  ])('refuses %s', async (_, xml, codes) => {
    const opened = await importDiagram(xml);
    expect(opened.ok ? [] : opened.error.map((finding) => finding.code)).toEqual(codes);
    expect(opened.ok ? [] : opened.error.map((finding) => finding.severity)).toEqual(codes.map(() => 'error'));
  });

  it('refuses what the parser would lose without a word', async () => {
    const twice = `${start()}<bpmn:sequenceFlow id="F" sourceRef="S" targetRef="S">${'<bpmn:conditionExpression>a</bpmn:conditionExpression>'.repeat(2)}</bpmn:sequenceFlow>`;
    expect(await importDiagram(diagram(twice))).toEqual({
      ok: false,
      error: [
        {
          code: 'element-lost',
          path: '',
          detail: { what: 'conditionExpression' },
          hint: expect.any(String) as string,
          severity: 'error',
        },
      ],
    });
  });
});
