import { element, extensions, groups, step, straight } from '../../test/diagram';
import { refusalsOf } from '../../test/verify';
import { performers } from './performers';

const task = (kind: string, assignment: string, more = ''): [string, string] => [
  'T',
  element('userTask', 'T', `${extensions('<zeebe:userTask/>', assignment, step(kind))}${more}`),
];
const loop = (member: string): string =>
  `<bpmn:multiInstanceLoopCharacteristics>${extensions(`<zeebe:loopCharacteristics inputCollection="=voters" inputElement="${member}"/>`)}</bpmn:multiInstanceLoopCharacteristics>`;
const voter = '<zeebe:assignmentDefinition assignee="= voter"/>';
const reasons = async (one: [string, string]): Promise<readonly unknown[]> =>
  (await refusalsOf(performers, straight(one))).map(({ detail }) => detail['reason']);

describe('performers', () => {
  it.each([
    ['every member for themselves', task('ballot', voter, loop('voter')), []],
    ['one for all', task('ballot', voter), ['ballot']],
    ['another than the member', task('ballot', voter, loop('member')), ['ballot']],
    ['a post for every member', task('ballot', groups('council-secretary'), loop('voter')), ['ballot']],
  ])('on a ballot by %s', async (_, one, expected) => {
    expect(await reasons(one)).toEqual(expected);
  });

  it.each([
    ['numbering', 'records-clerk', []],
    ['numbering', 'chair', ['numbers']],
    ['sign', 'deputy-chair', []],
    ['sign', 'clerk', ['signs']],
    ['appraisal', 'clerk', []],
  ])('on %s by %s', async (kind, role, expected) => {
    expect(await reasons(task(kind, groups(role)))).toEqual(expected);
  });

  it('leaves a computed post to the verbs', async () => {
    const computed = '<zeebe:assignmentDefinition candidateGroups="=[&quot;pos:&quot; + org + &quot;/&quot; + signerRole]"/>';
    expect(await reasons(task('sign', computed))).toEqual([]);
  });
});
