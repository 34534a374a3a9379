import { element, extensions, groups, step, straight, user } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { decisionAuthority } from './decision-authority';

describe('decision-authority', () => {
  verify(decisionAuthority, {
    folder: __dirname,
    valid: 'decision-authority.valid.bpmn',
    invalid: 'decision-authority.invalid.bpmn',
    refused: [
      'authority-missing NoAuthority',
      'wrong-decider WrongGroup',
      'wrong-decider WrongRole',
      'wrong-decider Person',
      'authority-missing Submits',
    ],
  });

  const decision = (level: string, role: string, assignment: string): string =>
    element(
      'userTask',
      'D',
      extensions('<zeebe:userTask/>', assignment, step('decision'), `<thidua:authority level="${level}" role="${role}" power="decide"/>`),
    );
  const reasons = async (xml: string): Promise<readonly unknown[]> =>
    (await refusalsOf(decisionAuthority, straight(['D', xml]))).map((refusal) => refusal.detail['reason']);
  const listed = (feel: string): string => `<zeebe:assignmentDefinition candidateGroups="${feel.replace(/"/g, '&quot;')}"/>`;

  it.each([
    ['XA', 'chair', []],
    ['TINH', 'chair', []],
    ['UNIT', 'head', []],
    ['UNIT', 'chair', ['role-not-competent']],
    ['TINH', 'director', ['role-not-competent']],
    ['TTG', 'chair', ['role-not-competent']],
    ['CTN', 'president', ['role-not-competent']],
  ])('at level %s the role %s', async (level, role, expected) => {
    expect(await reasons(decision(level, role, groups(role)))).toEqual(expected);
  });

  it.each([
    ['=["pos:" + commune + "/chair"]', []],
    ['=[ "pos:xa-gia-phuc/chair" ]', []],
    ['=["pos:" + commune + "/chair", "pos:" + commune + "/vice-chair"]', ['other-role']],
    ['=["pos:" + commune + "/vice-chair"]', ['other-role']],
    ['=["pos:" + commune + role]', ['groups-not-literal']],
    ['=["pos:" + commune + "/" + role]', ['groups-not-literal']],
    ['=chairs', ['groups-not-literal']],
    ['=if urgent then ["pos:x/clerk"] else ["pos:x/chair"]', ['groups-not-literal']],
    ['=["pos:" + commune + "/chair"] + others', ['groups-not-literal']],
    ['=[]', ['groups-not-literal']],
    ['pos:x/chair', ['groups-not-literal']],
  ])('with candidate groups %s', async (feel, expected) => {
    expect(await reasons(decision('XA', 'chair', listed(feel)))).toEqual(expected);
  });

  it('refuses a lane alone as decider', async () => {
    expect(await reasons(decision('XA', 'chair', ''))).toEqual(['groups-not-literal']);
  });

  it('refuses a named person besides the position', async () => {
    const both = '<zeebe:assignmentDefinition assignee="=x" candidateGroups="=[&quot;pos:x/chair&quot;]"/>';
    expect(await reasons(decision('XA', 'chair', both))).toEqual(['named-person']);
  });

  it('refuses a decision no person takes', async () => {
    const job = element(
      'serviceTask',
      'D',
      extensions(
        '<zeebe:taskDefinition type="make-papers"/>',
        step('decision'),
        '<thidua:authority level="XA" role="chair" power="decide"/>',
      ),
    );
    expect(await reasons(job)).toEqual(['not-a-user-task']);
  });

  it('leaves other steps alone', async () => {
    expect(await refusalsOf(decisionAuthority, straight(['D', user('D', step('sign'))]))).toEqual([]);
  });
});
