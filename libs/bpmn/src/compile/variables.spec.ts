import { diagram, end, extensions, flow, start, straight, user } from '../../test/diagram';
import { compiled, refused } from '../../test/compiled';

const mapped = (inner: string): string => straight(['U', user('U', `<zeebe:ioMapping>${inner}</zeebe:ioMapping>`)]);

describe('mappings', () => {
  it.each([
    ['<zeebe:input source="=a" target="b"/><zeebe:output source="hằng số" target="số_tiền"/>', []],
    ['<zeebe:input source="=a" target="b.c"/>', ['target-invalid userTask[U]/zeebe:IoMapping/inputParameters']],
    ['<zeebe:output source="=a" target=""/>', ['target-invalid userTask[U]/zeebe:IoMapping/outputParameters']],
    ['<zeebe:output target="b"/>', ['expression-invalid userTask[U]/zeebe:IoMapping/outputParameters']],
    ['<zeebe:output source="=)" target="b"/>', ['expression-invalid userTask[U]/zeebe:IoMapping/outputParameters']],
  ])('the mapping %s', async (inner, expected) => {
    expect(await refused(mapped(inner))).toEqual(expected);
  });

  it('refuses inputs where nothing takes them', async () => {
    const input = extensions('<zeebe:ioMapping><zeebe:input source="=a" target="b"/></zeebe:ioMapping>');
    expect(await refused(diagram(start('S', input), end(), flow('S', 'E')))).toEqual([
      'attribute-not-executed startEvent[S]/zeebe:IoMapping/zeebe:input',
    ]);
  });

  it('keeps headers over properties of the same name', async () => {
    const headers = '<zeebe:taskHeaders><zeebe:header key="a" value="1"/><zeebe:header key="b"/><zeebe:header/></zeebe:taskHeaders>';
    const properties =
      '<zeebe:properties><zeebe:property name="a" value="2"/><zeebe:property name="c"/><zeebe:property value="x"/></zeebe:properties>';
    const found = await compiled(straight(['U', user('U', headers, properties)]), 'U', 'userTask');
    expect(found.headers).toEqual({ a: '1', b: '', c: '', '': '' });
  });
});
