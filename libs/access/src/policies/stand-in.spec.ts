import { bodiesOf, standInFault, type StepToTake } from './stand-in';

const at = (role: string, orgId = 'xa', level = 'XA'): { orgId: string; role: string; level: string } => ({ orgId, role, level });
const task = (step: string | null, more: Partial<StepToTake> = {}): StepToTake => ({
  ...{ step, assignee: null, candidateGroups: ['pos:xa/appraiser'], authority: null },
  ...more,
});
const DECISION = task('decision', {
  candidateGroups: ['pos:xa/chair'],
  authority: { level: 'XA', role: 'chair', power: 'decide' },
});

describe('who may stand in for the post a task waits with', () => {
  it('is another office of the same body', () => {
    expect(standInFault(at('council-secretary'), task('appraisal'))).toBeUndefined();
    expect(standInFault(at('council-secretary', 'xa-khac'), task('appraisal'))).toBe('other-body');
    expect(standInFault(at('appraiser'), task('appraisal'))).toBe('has-it');
  });

  it.each(['chair', 'deputy-chair', 'records-clerk', 'finance', 'council-member', 'admin'])('is never a %s for an appraisal', (role) => {
    expect(standInFault(at(role), task('appraisal'))).toBe('wrong-role');
  });

  it('is nobody for a ballot or the task of a named person', () => {
    expect(standInFault(at('council-member'), task('ballot', { assignee: 'person:1', candidateGroups: [] }))).toBe('bound-to-person');
    expect(standInFault(at('appraiser'), task('ballot', { candidateGroups: ['pos:xa/clerk'] }))).toBe('bound-to-person');
    expect(standInFault(at('appraiser'), task(null, { assignee: 'person:1' }))).toBe('bound-to-person');
  });

  it.each(['deputy-chair', 'appraiser', 'head', 'director', 'admin'])('never gives a decision to a %s', (role) => {
    expect(standInFault(at(role), DECISION)).toBe('named-by-law');
    expect(standInFault(at(role), { ...DECISION, authority: null })).toBe('named-by-law');
    expect(standInFault(at(role), { ...DECISION, step: 'revocation' })).toBe('named-by-law');
  });

  it('keeps a decision at its level', () => {
    const vacant = { ...DECISION, candidateGroups: ['pos:xa/head'] };
    expect(standInFault(at('chair', 'xa', 'TINH'), vacant)).toBe('named-by-law');
    expect(standInFault(at('chair'), vacant)).toBeUndefined();
  });

  it('leaves signatures, and what a head does for the body, to heads', () => {
    const sign = task('sign', { candidateGroups: ['pos:dn/head'], authority: { level: 'UNIT', role: 'head', power: 'submit' } });
    expect(standInFault(at('board-chair', 'dn', 'UNIT'), sign)).toBeUndefined();
    expect(standInFault(at('deputy-head', 'dn', 'UNIT'), sign)).toBe('named-by-law');
    expect(standInFault(at('clerk', 'dn', 'UNIT'), { ...sign, step: 'consultation' })).toBe('named-by-law');
  });

  it('leaves numbers to văn thư and the council to its secretary', () => {
    expect(standInFault(at('records-clerk'), task('numbering'))).toBeUndefined();
    expect(standInFault(at('appraiser'), task('numbering', { candidateGroups: ['pos:xa/records-clerk'] }))).toBe('wrong-role');
    expect(standInFault(at('appraiser'), task('council', { candidateGroups: ['pos:xa/council-secretary'] }))).toBe('wrong-role');
  });

  it('reads the bodies of groups once each', () => {
    expect(bodiesOf(['pos:a/chair', 'pos:a/clerk', 'pos:b/clerk', 'person:1', 'x'])).toEqual(['a', 'b']);
  });
});
