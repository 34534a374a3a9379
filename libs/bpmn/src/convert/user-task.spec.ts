import { body, convert, lines, user } from '../../test/conversion';
import { extensions } from '../../test/diagram';

describe('user tasks', () => {
  it.each([
    ['c:assignee="${chair}"', 'zeebe:assignmentDefinition assignee="=chair"', 'mapped'],
    ['c:assignee="lan"', 'zeebe:assignmentDefinition assignee="lan"', 'changed-meaning'],
    ['c:candidateGroups="van-thu, lanh-dao"', 'zeebe:assignmentDefinition candidateGroups="=["van-thu", "lanh-dao"]"', 'changed-meaning'],
    [
      'c:candidateGroups="a,${pick ? \'b,c\' : d}"',
      'zeebe:assignmentDefinition candidateGroups="=["a", if pick then "b,c" else d]"',
      'changed-meaning',
    ],
    [
      'c:candidateUsers="${members}"',
      'zeebe:assignmentDefinition candidateUsers="=if (members) instance of string then split(members, ",") else members"',
      'changed-meaning',
    ],
    ['c:dueDate="2026-03-05T17:00:00+07:00"', 'zeebe:taskSchedule dueDate="2026-03-05T17:00:00+07:00"', 'mapped'],
    ['c:dueDate="P5D"', 'zeebe:taskSchedule dueDate="=now() + duration("P5D")"', 'mapped'],
    ['c:followUpDate="${remind}"', 'zeebe:taskSchedule followUpDate="=remind"', 'mapped'],
    ['c:priority="70"', 'zeebe:priorityDefinition priority="70"', 'mapped'],
    ['c:priority="${urgent ? 80 : 50}"', 'zeebe:priorityDefinition priority="=if urgent then 80 else 50"', 'mapped'],
  ])('%s', async (attributes, became, kind) => {
    const converted = await convert(user(attributes));
    const what = attributes.slice(0, attributes.indexOf('='));
    expect(lines(converted)).toEqual([`${kind} U ${what} → ${became}`]);
    expect(body(converted).replace(/&#34;|&quot;/g, '"')).toContain(`<zeebe:userTask /><${became}`);
  });

  it.each([
    ['c:assignee="${bean.pick(task)}"', 'c:assignee'],
    ['c:candidateGroups="a,${service.groups()}"', 'c:candidateGroups'],
    ['c:dueDate="${dateTime().plusDays(3)}"', 'c:dueDate'],
    ['c:dueDate="tomorrow"', 'c:dueDate'],
    ['c:priority="${execution.priority}"', 'c:priority'],
    ['c:formKey="embedded:app:forms/ky.html"', 'c:formKey'],
    ['c:formKey="${formOf}"', 'c:formKey'],
    ['c:owner="lan"', 'c:owner'],
  ])('cannot say %s', async (attributes, what) => {
    const converted = await convert(user(attributes));
    expect(lines(converted)).toEqual([`not-mappable U ${what} → `]);
    expect(converted.refusals).toHaveLength(1);
  });

  it('reads the initiator of Flowable’s modeler', async () => {
    expect(lines(await convert(user('c:assignee="$INITIATOR"'), 'flowable'))).toEqual([
      'mapped U c:assignee → zeebe:assignmentDefinition assignee="=initiator"',
    ]);
  });

  it("reads BPMN's own performers as the old engines do", async () => {
    const role = (type: string, names: string): string =>
      `<bpmn:${type}><bpmn:resourceAssignmentExpression><bpmn:formalExpression>${names}</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:${type}>`;
    const converted = await convert(
      user(
        'c:category="x"',
        role('humanPerformer', 'lan') + role('potentialOwner', 'user(an), group(van-thu), chair') + '<bpmn:performer/>',
      ),
    );
    expect(lines(converted)).toEqual([
      'changed-meaning U humanPerformer → zeebe:assignmentDefinition assignee="lan"',
      'changed-meaning U potentialOwner → zeebe:assignmentDefinition candidateGroups="=["van-thu", "chair"]"',
      'changed-meaning U potentialOwner → zeebe:assignmentDefinition candidateUsers="=["an"]"',
      'changed-meaning U c:category → ',
    ]);
    expect(body(converted)).toMatch(/<bpmn:performer \/>/);
    expect(body(converted)).not.toMatch(/potentialOwner|humanPerformer/);
  });

  it('leaves empty performers alone', async () => {
    const converted = await convert(user('c:category="x"', '<bpmn:potentialOwner/>'));
    expect(lines(converted)).toEqual(['changed-meaning U c:category → ']);
  });

  it.each([
    ['c:formRef="ky" c:formRefBinding="deployment"', 'mapped U c:formRef → zeebe:formDefinition formId="ky" bindingType="deployment"'],
    ['c:formRef="ky" c:formRefBinding="latest"', 'mapped U c:formRef → zeebe:formDefinition formId="ky" bindingType="latest"'],
    [
      'c:formRef="ky" c:formRefBinding="version" c:formRefVersion="3"',
      'changed-meaning U c:formRef → zeebe:formDefinition formId="ky" bindingType="deployment"',
    ],
    [
      'c:formKey="camunda-forms:deployment:forms/ky.form"',
      'changed-meaning U c:formKey → zeebe:formDefinition formId="ky" bindingType="deployment"',
    ],
    ['c:formKey="tham-dinh"', 'changed-meaning U c:formKey → zeebe:formDefinition formId="tham-dinh" bindingType="deployment"'],
  ])('%s', async (attributes, line) => {
    expect(lines(await convert(user(attributes)))).toEqual([line]);
  });

  it('makes a form of fields written in the diagram', async () => {
    const field = (id: string, type: string, inner = '', more = ''): string =>
      `<c:formField id="${id}" label="Nhãn ${id}" type="${type}" ${more}>${inner}</c:formField>`;
    const rules = (...names: readonly string[]): string =>
      `<c:validation>${names.map((name) => `<c:constraint ${name}/>`).join('')}</c:validation>`;
    const converted = await convert(
      user(
        '',
        extensions(
          `<c:formData>${[
            field('a', 'string', rules('name="required"', 'name="minlength" config="2"', 'name="maxlength" config="9"')),
            field(
              'b',
              'long',
              rules('name="min" config="-1.5"', 'name="max" config="ten"', 'name="required" config="false"'),
              'defaultValue="3"',
            ),
            field('c', 'boolean', '', 'defaultValue="true"'),
            field('d', 'date', rules('name="readonly"')),
            field('e', 'enum', '<c:value id="x" name="X"/><c:value id="y"/><c:value/>', 'defaultValue="x"'),
            field('f', 'money', '', 'defaultValue="${m}"'),
            field('g', 'long', '', 'defaultValue="many"'),
            field('h', 'text', '', 'defaultValue=""'),
            '<c:formField/>',
          ].join('')}</c:formData>`,
        ),
      ),
    );
    expect(converted.forms).toEqual([
      {
        id: 'U',
        schema: {
          type: 'default',
          schemaVersion: 18,
          id: 'U',
          components: [
            { type: 'textfield', id: 'Field_a', key: 'a', label: 'Nhãn a', validate: { required: true, minLength: 2, maxLength: 9 } },
            { type: 'number', id: 'Field_b', key: 'b', label: 'Nhãn b', defaultValue: 3, validate: { min: -1.5 } },
            { type: 'checkbox', id: 'Field_c', key: 'c', label: 'Nhãn c', defaultValue: true },
            { type: 'datetime', id: 'Field_d', key: 'd', label: 'Nhãn d', subtype: 'date', disabled: true },
            {
              type: 'select',
              id: 'Field_e',
              key: 'e',
              label: 'Nhãn e',
              values: [
                { value: 'x', label: 'X' },
                { value: 'y', label: 'y' },
                { value: '', label: '' },
              ],
              defaultValue: 'x',
            },
            { type: 'textfield', id: 'Field_f', key: 'f', label: 'Nhãn f' },
            { type: 'number', id: 'Field_g', key: 'g', label: 'Nhãn g', defaultValue: 'many' },
            { type: 'textarea', id: 'Field_h', key: 'h', label: 'Nhãn h' },
            { type: 'textfield', id: 'Field_', key: '', label: '' },
          ],
        },
      },
    ]);
    expect(lines(converted)).toEqual([
      'changed-meaning U c:formField → textfield',
      'changed-meaning U c:formField → ',
      'mapped U c:form → zeebe:formDefinition formId="U" (forms/U.form)',
    ]);
    expect(body(converted)).toContain('<zeebe:formDefinition formId="U" bindingType="deployment" />');
  });

  it('reads the older form properties', async () => {
    const converted = await convert(
      user(
        '',
        extensions('<c:formProperty id="q" name="Q" type="string" variable="v" required="true" writable="false" default="${bad(}"/>'),
      ),
      'activiti',
    );
    expect(converted.forms[0]?.schema['components']).toEqual([
      { type: 'textfield', id: 'Field_q', key: 'v', label: 'Q', disabled: true, validate: { required: true } },
    ]);
  });

  it('names the form of a task that has no id', async () => {
    const task = `<bpmn:userTask>${extensions('<c:formProperty id="q"/>')}</bpmn:userTask>`;
    expect((await convert(task)).forms.map((form) => form.id)).toEqual(['bieu-mau']);
  });

  it('says of a field without an id what it can', async () => {
    const { report } = await convert(user('', extensions('<c:formProperty type="money" default="${m}"/>')));
    expect(report.map((line) => line.en)).toEqual([
      'The field "" has a type of its own, "money"; it is a text field now.',
      'The default "${m}" of the field "" is an expression and was left out.',
      expect.stringContaining('forms/U.form'),
    ]);
  });

  it('reads a constraint without a name as none', async () => {
    const field = '<c:formField id="a"><c:validation><c:constraint config="1"/></c:validation></c:formField>';
    const { forms } = await convert(user('', extensions(`<c:formData>${field}</c:formData>`)));
    expect(forms[0]?.schema['components']).toEqual([{ type: 'textfield', id: 'Field_a', key: 'a', label: 'a' }]);
  });

  it('asks which form is meant when there are two', async () => {
    const converted = await convert(user('c:formKey="ky"', extensions('<c:formProperty id="q"/><c:formProperty/>')));
    expect(lines(converted).at(-1)).toBe('not-mappable U c:formData → ');
    expect(converted.forms).toEqual([]);
  });
});
