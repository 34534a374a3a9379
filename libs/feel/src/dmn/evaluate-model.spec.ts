import { decisionXml, fileXml, inputXml, literal, needsDecision, needsInput } from '../../test/dmn-files';
import type { Context, Value } from '../value/value';
import { ModelEvaluation } from './evaluate-model';
import { readModel } from './read-decisions';
import { DecisionRun } from './trace';

/** The value of `d` in a model that may have problems, asked with FEEL values and no other variables. */
function valueOf(
  parts: readonly string[],
  inputs: Context = {},
): { readonly value: Value | undefined; readonly warnings: readonly string[] } {
  const read = readModel(fileXml(parts), []);
  const node = read.ok ? read.value.model.nodes.get('d') : undefined;
  if (!read.ok || node === undefined) {
    throw new Error(JSON.stringify(read));
  }
  const run = new DecisionRun(0);
  const given = { inputs, instead: new Map(), free: {}, json: false };
  const value = new ModelEvaluation(read.value.model, given, run).valueOf(node);
  return { value, warnings: run.warnings ?? [] };
}

describe('an evaluation with FEEL values', () => {
  it('sees what is required and nothing else', () => {
    const parts = [
      inputXml('n'),
      decisionXml('a', literal('n')),
      decisionXml('d', literal('[n, a]'), { links: needsInput('n') + needsDecision('a') }),
    ];
    expect(valueOf(parts, { n: 1 })).toEqual({ value: [1, null], warnings: ['unknown variable: n'] });
  });

  it('takes no text for a date', () => {
    const parts = [inputXml('n', 'date'), decisionXml('d', literal('n'), { links: needsInput('n') })];
    expect(valueOf(parts, { n: '2026-01-02' })).toEqual({ value: null, warnings: ['n: string is not date'] });
  });

  it('has no value for an input that is not given', () => {
    expect(valueOf([inputXml('d')])).toEqual({ value: undefined, warnings: [] });
  });

  it('tells what the rest gives when a part has a problem', () => {
    const circle = [
      decisionXml('a', literal('d'), { links: needsDecision('d') }),
      decisionXml('b', literal('1 +')),
      decisionXml('d', literal('[a, b, 3]'), { links: needsDecision('a') + needsDecision('b') }),
    ];
    expect(valueOf(circle)).toEqual({ value: [null, null, 3], warnings: ['the expression is incomplete'] });
  });

  it('warns of tests that cannot be read', () => {
    const table =
      '<decisionTable><input><inputExpression><text>1</text></inputExpression></input><output/><rule><inputEntry><text>&gt;</text></inputEntry><outputEntry><text>1</text></outputEntry></rule></decisionTable>';
    expect(valueOf([decisionXml('d', table)])).toEqual({ value: null, warnings: ['the expression is incomplete'] });
  });
});
