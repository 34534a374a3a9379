import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chain, diagram, element, end, start, task } from '../../test/diagram';
import { GENEROUS } from '../../test/surroundings';
import { wordOf } from '../../test/verify';
import { lintDiagram } from '../read-diagram';
import { checkSchema } from './check-schema';

const said = (xml: string): readonly string[] =>
  checkSchema(xml).map((refusal) => {
    const what = wordOf(refusal, 'attribute') || wordOf(refusal, 'child');
    return [refusal.code, wordOf(refusal, 'reason'), refusal.elementId ?? '', what].join(' ').trim();
  });

describe('checkSchema', () => {
  it('accepts check-schema.valid.bpmn', async () => {
    const xml = readFileSync(join(__dirname, 'check-schema.valid.bpmn'), 'utf8');
    expect(await lintDiagram(xml, GENEROUS)).toEqual([]);
    expect(checkSchema(xml)).toEqual([]);
  });

  it('refuses check-schema.invalid.bpmn', () => {
    expect(said(readFileSync(join(__dirname, 'check-schema.invalid.bpmn'), 'utf8'))).toEqual([
      'schema-invalid value Work isForCompensation',
      'schema-invalid value Work completionQuantity',
      'loop-markers-several task Work',
      'schema-invalid value Choice gatewayDirection',
      'schema-invalid attribute-missing Jump name',
      'schema-invalid child-repeated Late timeDuration',
      'schema-invalid child-missing Read outputSet',
      'schema-invalid value 1st id',
      'loop-markers-several subprocess Sub',
    ]);
  });

  it.each([
    ['isForCompensation="true"', []],
    ['isForCompensation="0"', []],
    ['isForCompensation="True"', ['isForCompensation']],
    ['startQuantity="+2"', []],
    ['startQuantity="2.5"', ['startQuantity']],
    ["startQuantity='x'", ['startQuantity']],
    ['zeebe:startQuantity="x"', []],
    ['name="a &gt; b" startQuantity="x"', ['startQuantity']],
  ])('a task with %s', (attributes, expected) => {
    expect(checkSchema(diagram(task('T', '', attributes))).map(({ detail }) => detail['attribute'])).toEqual(expected);
  });

  it.each([
    ['Bước_1', []],
    ['_a.b-c', []],
    ['1a', ['1a']],
    ['a b', ['a b']],
    ['a:b', ['a:b']],
  ])('the id %s', (id, expected) => {
    expect(checkSchema(diagram(task(id))).map(({ detail }) => detail['value'])).toEqual(expected);
  });

  it('reads any prefix, and leaves other namespaces alone', () => {
    const plain = diagram(task('T', '', 'startQuantity="x"'))
      .replaceAll('bpmn:', '')
      .replace('xmlns:bpmn', 'xmlns');
    expect(said(plain)).toEqual(['schema-invalid value T startQuantity']);
    expect(said(diagram(task('T', '<x:task xmlns:x="urn:x" startQuantity="x"><x:loop/></x:task>')))).toEqual([]);
  });

  it('reads past comments, CDATA and instructions', () => {
    expect(
      said(
        diagram(
          task(
            'T',
            '<!-- <bpmn:task startQuantity="x"> --><?pi <a ?><bpmn:documentation><![CDATA[<bpmn:task isExecutable="x">]]></bpmn:documentation>',
          ),
        ),
      ),
    ).toEqual([]);
  });

  it('points at the nearest element with an id, names it, and says what is expected', () => {
    const loop = '<bpmn:multiInstanceLoopCharacteristics behavior="Some"/>';
    expect(checkSchema(diagram(start(), task('T', loop, 'name="Soạn"'), end(), chain('S', 'T', 'E')))).toEqual([
      {
        code: 'schema-invalid',
        elementId: 'T',
        elementName: 'Soạn',
        elementType: 'bpmn:MultiInstanceLoopCharacteristics',
        path: 'T/multiInstanceLoopCharacteristics',
        detail: {
          element: 'multiInstanceLoopCharacteristics',
          reason: 'value',
          attribute: 'behavior',
          value: 'Some',
          expected: 'None | One | All | Complex',
        },
        severity: 'error',
      },
    ]);
  });

  it('asks for the namespace a file is for, where nothing has an id', () => {
    const bare = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>';
    expect(checkSchema(bare)).toEqual([
      {
        code: 'schema-invalid',
        elementType: 'bpmn:Definitions',
        path: '',
        detail: { element: 'definitions', reason: 'attribute-missing', attribute: 'targetNamespace' },
        severity: 'error',
      },
    ]);
  });

  it('takes two data sets for two sets, and one loop for one loop', () => {
    const io = '<bpmn:ioSpecification><bpmn:inputSet/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification>';
    const loop = '<bpmn:standardLoopCharacteristics/>';
    expect(said(diagram(element('adHocSubProcess', 'A', loop), task('T', io)))).toEqual([]);
    expect(said(diagram(element('transaction', 'A', loop + loop)))).toEqual(['loop-markers-several subprocess A']);
  });
});
