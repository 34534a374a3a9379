import { diagram, element } from '../../test/diagram';
import { refusalsOf, verify, wordOf } from '../../test/verify';
import { textFormats } from './text-formats';

describe('text-formats', () => {
  verify(textFormats, {
    folder: __dirname,
    valid: 'text-formats.valid.bpmn',
    invalid: 'text-formats.invalid.bpmn',
    refused: [
      'text-format-invalid Work',
      'text-format-invalid Note',
      'script-format-invalid Script',
      'script-format-invalid Plain',
      'uri-invalid Sub',
    ],
  });

  const said = async (...content: readonly string[]): Promise<readonly unknown[]> =>
    (await refusalsOf(textFormats, diagram(...content))).map((refusal) => `${refusal.elementId ?? ''} ${wordOf(refusal, 'reason')}`);

  it.each(['text/plain', 'application/x-feel', 'text/html; charset=utf-8', 'text/html;charset="utf-8"'])(
    'knows %s as a MIME type',
    async (format) => {
      expect(
        await said(element('scriptTask', 'T', '<bpmn:script>1</bpmn:script>', `scriptFormat="${format.replace(/"/g, '&quot;')}"`)),
      ).toEqual([]);
    },
  );

  it('asks for a format only where there is a script', async () => {
    expect(await said(element('scriptTask', 'T'))).toEqual([]);
    expect(await said(element('scriptTask', 'T', '<bpmn:script>1</bpmn:script>'))).toEqual(['T missing']);
  });

  it.each([
    ['##Compensate', []],
    ['http://thidua.vn/huy?a=1#b', []],
    ['a%20b', []],
    ['a b', ['T transaction-method']],
    ['a%2', ['T transaction-method']],
  ])('a transaction by %s', async (method, expected) => {
    expect(await said(element('transaction', 'T', '', `method="${method}"`))).toEqual(expected);
    expect(await said(element('transaction', 'T'))).toEqual([]);
  });
});
