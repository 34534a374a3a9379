import {
  boundary,
  chain,
  diagram,
  end,
  eventSubProcess,
  exclusive,
  flow,
  parallel,
  start,
  step,
  subProcess,
  task,
  timer,
  user,
} from '../../test/diagram';
import { refusalsOf, verify, wordOf } from '../../test/verify';
import { decisionPath } from './decision-path';

describe('decision-path', () => {
  verify(decisionPath, {
    folder: __dirname,
    valid: 'decision-path.valid.bpmn',
    invalid: 'decision-path.invalid.bpmn',
    refused: ['appraisal-missing Decide', 'council-missing Decide'],
  });

  const appraise = user('A', step('appraisal'));
  const council = user('C', step('council'));
  const decide = user('D', step('decision'));
  const codes = async (...content: readonly string[]): Promise<readonly string[]> =>
    (await refusalsOf(decisionPath, diagram(...content))).map((refusal) => refusal.code);

  it('accepts a ballot in place of a council step', async () => {
    expect(await codes(start(), appraise, user('C', step('ballot')), decide, end(), chain('S', 'A', 'C', 'D', 'E'))).toEqual([]);
  });

  it('refuses a decision at the start', async () => {
    expect(await codes(start(), decide, end(), chain('S', 'D', 'E'))).toEqual(['appraisal-missing', 'council-missing']);
  });

  it.each([
    ['=councilBody = "none"', []],
    ['councilBody="none"', []],
    ['= councilBody  =  "none" ', []],
    ['=councilBody != "full"', ['council-missing']],
    ['=councilBody = "none" or true', ['council-missing']],
    ['=not(councilBody = "none")', ['council-missing']],
  ])('lets the council be skipped under %s', async (condition, expected) => {
    const gateway = exclusive('G', 'default="G_C"');
    expect(
      await codes(start(), appraise, gateway, council, decide, end(), chain('S', 'A', 'G', 'C', 'D', 'E'), flow('G', 'D', condition)),
    ).toEqual(expected);
  });

  it('sees a boundary event that leaves the appraisal unfinished', async () => {
    const late = boundary('B', 'A', timer('timeDuration', 'P1D'));
    expect(await codes(start(), appraise, late, council, decide, end(), chain('S', 'A', 'C', 'D', 'E'), flow('B', 'C'))).toEqual([
      'appraisal-missing',
    ]);
  });

  it('sees a boundary event of the subprocess around the appraisal', async () => {
    const sub = subProcess('Sub', start('I'), appraise, end('IE'), chain('I', 'A', 'IE'));
    const late = boundary('B', 'Sub', timer('timeDuration', 'P1D'));
    expect(await codes(start(), sub, late, council, decide, end(), chain('S', 'Sub', 'C', 'D', 'E'), flow('B', 'C'))).toEqual([
      'appraisal-missing',
    ]);
  });

  it('looks into subprocesses for the steps and for the decision', async () => {
    const sub = subProcess('Sub', start('I'), appraise, end('IE'), chain('I', 'A', 'IE'));
    const deciding = subProcess('Sub2', start('J'), decide, end('JE'), chain('J', 'D', 'JE'));
    expect(await codes(start(), sub, council, deciding, end(), chain('S', 'Sub', 'C', 'Sub2', 'E'))).toEqual([]);
    expect(await codes(start(), sub, deciding, council, end(), chain('S', 'Sub', 'Sub2', 'C', 'E'))).toEqual(['council-missing']);
  });

  it('sees a decision in an event subprocess', async () => {
    const event = eventSubProcess('Ev', start('I', timer('timeDuration', 'P1D')), decide, end('IE'), chain('I', 'D', 'IE'));
    expect(await codes(start(), appraise, council, end(), chain('S', 'A', 'C', 'E'), event)).toEqual([
      'appraisal-missing',
      'council-missing',
    ]);
  });

  it('sees an interrupting event subprocess that completes its scope early', async () => {
    const inner = (attributes: string): string =>
      subProcess(
        'Sub',
        start('I'),
        appraise,
        end('IE'),
        chain('I', 'A', 'IE'),
        eventSubProcess('Ev', start('J', timer('timeDuration', 'P1D'), attributes), end('JE'), flow('J', 'JE')),
      );
    const rest = [council, decide, end(), chain('S', 'Sub', 'C', 'D', 'E')];
    expect(await codes(start(), inner(''), ...rest)).toEqual(['appraisal-missing']);
    expect(await codes(start(), inner('isInterrupting="false"'), ...rest)).toEqual([]);
  });

  it('accepts appraisal in one branch of a parallel split that is joined', async () => {
    const nodes = [start(), parallel('P1'), appraise, task('T'), parallel('P2'), council, decide, end()];
    expect(await codes(...nodes, chain('S', 'P1', 'A', 'P2', 'C', 'D', 'E'), chain('P1', 'T', 'P2'))).toEqual([]);
  });

  it('refuses the same split merged without waiting', async () => {
    const nodes = [start(), parallel('P1'), appraise, task('T'), exclusive('P2'), council, decide, end()];
    expect(await codes(...nodes, chain('S', 'P1', 'A', 'P2', 'C', 'D', 'E'), chain('P1', 'T', 'P2'))).toEqual(['appraisal-missing']);
  });

  it('does not take a subprocess that ends in an error for completed', async () => {
    const failing = end('IE', '<bpmn:errorEventDefinition/>');
    const sub = subProcess(
      'Sub',
      start('I'),
      exclusive('G', 'default="G_A"'),
      appraise,
      failing,
      end('IO'),
      chain('I', 'G', 'A', 'IO'),
      flow('G', 'IE', '=bad'),
    );
    expect(await codes(start(), sub, council, decide, end(), chain('S', 'Sub', 'C', 'D', 'E'))).toEqual([]);
  });

  it('sees a second start behind the council', async () => {
    const second = start('S2', timer('timeDate', '=opensAt'));
    expect(await codes(start(), second, appraise, council, decide, end(), chain('S', 'A', 'C', 'D', 'E'), flow('S2', 'D'))).toEqual([
      'appraisal-missing',
      'council-missing',
    ]);
  });

  it('asks for the ballot itself where there is one', async () => {
    const ballot = user('B', step('ballot'));
    const nodes = [start(), appraise, council, ballot, decide, end()];
    const reasons = async (...flows: readonly string[]): Promise<readonly unknown[]> =>
      (await refusalsOf(decisionPath, diagram(...nodes, ...flows))).map((refusal) => `${refusal.code} ${wordOf(refusal, 'reason')}`);
    expect(await reasons(chain('S', 'A', 'C', 'B', 'D', 'E'))).toEqual([]);
    expect(await reasons(chain('S', 'A', 'C', 'B', 'D', 'E'), flow('C', 'D'))).toEqual(['council-missing no-ballot']);
  });
});
