import type { ChainLink, Movement } from '@thidua/awards';
import type { OrgRecord } from '@thidua/store';
import { audienceOf, movementFacts, planFacts, type AddressedOne } from './movement-facts';

const source = { quote: 'q', line: { from: 1, to: 1 } };
const link = (id: string, launcher: ChainLink['launcher'], years: number | null): ChainLink => ({
  ...{ id, name: `Phong trào ${id}`, launcher, launcherBody: '', years, plan: '', source },
});
const READ = {
  id: 'hp',
  plan: { number: '56/KH-UBND', title: 'Kế hoạch', date: '2025-06-13', seed: '', issuer: '' },
  period: { ...source, start: null, end: '2030-12' },
  rules: [],
} as unknown as Movement;

describe('the movement a nomination is made under', () => {
  const links = [link('hp', 'HUYEN', 6), link('hp#923/QĐ-TTg', 'TTG', 5)];

  it('gives its own launcher and length', () => {
    expect(movementFacts({ links, read: READ }, 'hp#923/QĐ-TTg', null)).toMatchObject({ id: 'hp#923/QĐ-TTg', launcher: 'TTG', years: 5 });
    expect(movementFacts({ links, read: READ }, 'hp', true)).toMatchObject({ launcher: 'HUYEN', years: 6, leads: true });
  });

  it('is the plan’s own where nothing else was said', () => {
    expect(movementFacts({ links, read: READ }, null, null)).toMatchObject({ id: 'hp' });
  });
});

it('a plan’s years run from its beginning, or from its own date where it names none', () => {
  expect(planFacts({ read: READ }, { audience: 'agency', reports: null })).toEqual({
    ...{ rules: [], plan: '56/KH-UBND: Kế hoạch', from: 2025, to: 2030, audience: 'agency', reports: null },
  });
});

describe('the audience a nominee is of', () => {
  const body = (orgKind: OrgRecord['orgKind']): OrgRecord => ({ orgKind }) as OrgRecord;
  const one = (over: Partial<AddressedOne>): AddressedOne => ({
    kind: 'collective',
    body: undefined,
    labour: null,
    outside: false,
    ...over,
  });

  it.each([
    [one({ body: body('school') }), 'agency'],
    [one({ body: body('village') }), 'agency'],
    [one({ body: body('front') }), 'front'],
    [one({ body: body('association') }), 'front'],
    [one({ body: body('cooperative') }), 'enterprise'],
    [one({}), null],
    [one({ kind: 'household' }), 'other'],
    [one({ kind: 'individual', body: body('school') }), 'individual'],
    [one({ kind: 'individual', body: body('village') }), null],
    [one({ kind: 'individual', body: body('village'), labour: 'official' }), 'individual'],
    [one({ kind: 'individual', body: body('school'), labour: 'farmer' }), 'other'],
    [one({ kind: 'individual', body: body('school'), outside: true }), 'other'],
  ])('%#', (asked, audience) => {
    expect(audienceOf(asked)).toBe(audience);
  });
});
