import { chain, diagram, element, end, start, task } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { formalExpressions } from './formal-expressions';

describe('formal-expressions', () => {
  verify(formalExpressions, {
    folder: __dirname,
    valid: 'formal-expressions.valid.bpmn',
    invalid: 'formal-expressions.invalid.bpmn',
    refused: [
      'expression-not-formal Talk',
      'expression-empty Empty',
      'uri-invalid Foreign',
      'condition-not-boolean Work',
      'condition-not-boolean Typed',
      'condition-not-boolean Free',
      'condition-not-boolean Complex',
    ],
  });

  const said = async (...content: readonly string[]): Promise<readonly unknown[]> =>
    (await refusalsOf(formalExpressions, diagram(start(), ...content, end(), chain('S', 'E')))).map(({ code, path }) => `${code} ${path}`);

  it('points at the element people see, and the way down from it', async () => {
    const loop =
      '<bpmn:multiInstanceLoopCharacteristics id="L"><bpmn:completionCondition>khi xong</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>';
    expect(await said(task('T', loop))).toEqual([
      'expression-not-formal process[P]/task[T]/multiInstanceLoopCharacteristics/completionCondition',
    ]);
  });

  it('knows what a timer says without being told, but not more', async () => {
    const late = (text: string): string =>
      element(
        'intermediateCatchEvent',
        'C',
        `<bpmn:timerEventDefinition><bpmn:timeDuration>${text}</bpmn:timeDuration></bpmn:timerEventDefinition>`,
      );
    expect(await said(late('P1D'))).toEqual([]);
    expect(await said(late('2026-11-21T08:00:00Z'))).toEqual([]);
    expect(await said(late('ngày mai'))).toHaveLength(1);
    expect(await said(late('=limit'))).toHaveLength(1);
  });

  it('leaves empty conditions to the rules that name them, unless they claim to be formal', async () => {
    const condition = (attributes: string): string =>
      element(
        'intermediateCatchEvent',
        'C',
        `<bpmn:conditionalEventDefinition><bpmn:condition ${attributes}/></bpmn:conditionalEventDefinition>`,
      );
    expect(await said(condition(''))).toEqual([]);
    expect(await said(condition('xsi:type="bpmn:tFormalExpression"'))).toHaveLength(1);
    expect(
      await said(task('T', '<bpmn:standardLoopCharacteristics><bpmn:loopCondition/></bpmn:standardLoopCharacteristics>')),
    ).toHaveLength(1);
  });

  it('reads the language of the whole file', async () => {
    const file = (language: string): string =>
      diagram(start()).replace('targetNamespace', `expressionLanguage="${language}" targetNamespace`);
    expect(await refusalsOf(formalExpressions, file('http://www.w3.org/1999/XPath'))).toEqual([]);
    expect((await refusalsOf(formalExpressions, file('%zz'))).map(({ code, elementId }) => [code, elementId])).toEqual([
      ['uri-invalid', 'Definitions'],
    ]);
  });
});
