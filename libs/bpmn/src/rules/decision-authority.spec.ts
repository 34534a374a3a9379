import { element, extensions, groups, step, straight, user } from '../../test/diagram';
import { refusalsOf, verify } from '../../test/verify';
import { tell } from '../sentences/tell';
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
    // The body of the group is checked below; here any body will do.
    expect(await reasons(decision(level, role, groups(role).replace('commune', 'body')))).toEqual(expected);
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

  it.each([
    ['TINH', 'commune', ['other-body']],
    ['TINH', 'province', []],
    ['XA', 'district', ['other-body']],
    ['HUYEN', 'district', []],
    ['UNIT', 'unit', []],
    ['TINH', 'body', []],
  ])('at level %s with the body kept in %s', async (level, variable, expected) => {
    const role = level === 'UNIT' ? 'head' : 'chair';
    expect(await reasons(decision(level, role, groups(role).replace('commune', variable)))).toEqual(expected);
  });

  it('refuses a decision of another level than its process has', async () => {
    const xml = straight(['D', decision('XA', 'chair', groups('chair'))]).replace(
      'isExecutable="true"',
      'isExecutable="true" thidua:level="TINH"',
    );
    const refusals = await refusalsOf(decisionAuthority, xml);
    expect(refusals.map((refusal) => refusal.detail['reason'])).toEqual(['other-level', 'other-body']);
  });

  it('names the row of law it departs from, where the place knows the law', async () => {
    const deciders = [
      { id: 'AU-04', level: 'XA', role: 'chair', citation: 'khoản 3 Điều 80', decider: 'Chủ tịch UBND cấp xã' },
      { id: 'AU-07', level: 'TINH', role: 'chair', citation: 'điểm b khoản 2 Điều 6', decider: 'Chủ tịch UBND cấp tỉnh' },
    ];
    const xml = straight(['D', decision('TINH', 'director', groups('director').replace('commune', 'province'))]);
    const [refusal] = await refusalsOf(decisionAuthority, xml, { deciders });
    expect(refusal?.detail).toMatchObject({ ruleId: 'AU-07', citation: 'điểm b khoản 2 Điều 6', decider: 'Chủ tịch UBND cấp tỉnh' });
    expect(refusal === undefined ? '' : tell(refusal, 'vi').what).toContain(
      'theo AU-07, căn cứ điểm b khoản 2 Điều 6, do Chủ tịch UBND cấp tỉnh quyết định',
    );
  });

  it.each([
    ['AU-04', []],
    ['AU-07', ['other-row']],
    ['AU-99', ['row-unknown']],
    ['khoản 3 Điều 80', []],
  ])('asks whether the cited row %s gives this post the power', async (citation, expected) => {
    const deciders = [
      { id: 'AU-04', level: 'XA', role: 'chair', citation: 'khoản 3 Điều 80', decider: 'Chủ tịch UBND cấp xã' },
      { id: 'AU-07', level: 'TINH', role: 'chair', citation: 'điểm b khoản 2 Điều 6', decider: 'Chủ tịch UBND cấp tỉnh' },
    ];
    const xml = straight(['D', decision('XA', 'chair', groups('chair'))]).replace(
      'power="decide"',
      `power="decide" citation="${citation}"`,
    );
    const refusals = await refusalsOf(decisionAuthority, xml, { deciders });
    expect(refusals.map((refusal) => refusal.detail['reason'])).toEqual(expected);
  });
});
