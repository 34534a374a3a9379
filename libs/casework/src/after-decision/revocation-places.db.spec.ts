import { parseLocalDate } from '@thidua/kernel';
import type { DecisionRecord, DossierRecord } from '@thidua/store';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { revocationPlaces, type RevocationPlaces } from './revocation-places';

jest.setTimeout(60_000);

describe('who takes an award back', () => {
  let play: RoundPlay;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    play = await RoundPlay.open();
    for (const org of await play.deps.stores.people.orgs(HP)) {
      ids.set(org.name, org.id);
    }
  }, 60_000);
  afterAll(() => play.close());

  const idOf = (name: string): string => ids.get(name) ?? name;
  const nameOf = (id: string | undefined): string | undefined => [...ids].find(([, one]) => one === id)?.[0];

  async function places(
    decision: { readonly award: string; readonly level: string; readonly org: string; readonly role?: string },
    dossier: { readonly unit: string; readonly commune: string | null },
    day = '2026-03-02',
  ): Promise<RevocationPlaces> {
    const today = parseLocalDate(day);
    if (today === undefined) {
      throw new Error(day);
    }
    // Only what the question looks at.
    return revocationPlaces(play.deps, {
      provinceId: HP,
      decision: { ...decision, orgId: idOf(decision.org), role: decision.role ?? 'chair' } as unknown as DecisionRecord,
      dossier: {
        orgId: idOf(dossier.unit),
        communeId: dossier.commune === null ? null : idOf(dossier.commune),
      } as unknown as DossierRecord,
      today,
    });
  }
  const told = ({ path, proposer, decider, desk, rule }: RevocationPlaces): object => ({
    path,
    rule: rule.id,
    proposer: [nameOf(proposer.orgId), proposer.role, proposer.numbered],
    decider: decider === null ? null : [nameOf(decider.orgId), decider.role],
    desk: [nameOf(desk.orgId), desk.role],
  });
  const SCHOOL = { unit: 'Trường Trung học cơ sở Gia Phúc', commune: 'UBND xã Gia Phúc' };

  it('the commune chair on the proposal of the unit', async () => {
    expect(told(await places({ award: 'GK_XA', level: 'XA', org: 'UBND xã Gia Phúc' }, SCHOOL))).toEqual({
      path: 'here',
      rule: 'AU-04',
      proposer: ['Trường Trung học cơ sở Gia Phúc', 'head', true],
      decider: ['UBND xã Gia Phúc', 'chair'],
      desk: ['UBND xã Gia Phúc', 'appraiser'],
    });
  });

  it("the commune's own office proposes for a thôn, which has neither number nor seal", async () => {
    const found = await places(
      { award: 'GDVH', level: 'XA', org: 'UBND xã Gia Phúc' },
      { unit: 'Thôn Đông Hào', commune: 'UBND xã Gia Phúc' },
    );
    expect(told(found)).toMatchObject({ proposer: ['UBND xã Gia Phúc', 'appraiser', true] });
  });

  it('the commune chair today for what a district chair gave (AU-05 after AU-06)', async () => {
    const found = await places({ award: 'CSTDCS', level: 'HUYEN', org: 'UBND huyện cũ' }, SCHOOL);
    expect(told(found)).toMatchObject({ rule: 'AU-05', decider: ['UBND xã Gia Phúc', 'chair'], path: 'here' });
  });

  it('a unit head himself, on the proposal of his own office, without a number', async () => {
    const found = await places({ award: 'GK_UNIT', level: 'UNIT', org: SCHOOL.unit, role: 'head' }, SCHOOL);
    expect(told(found)).toMatchObject({
      rule: 'AU-01',
      proposer: [SCHOOL.unit, 'clerk', false],
      decider: [SCHOOL.unit, 'head'],
      desk: [SCHOOL.unit, 'clerk'],
    });
  });

  it('the provincial chair on the proposal of the commune, or of Sở Nội vụ where no commune stands between', async () => {
    const given = { award: 'BK_TINH', level: 'TINH', org: 'UBND thành phố Hải Phòng' };
    expect(told(await places(given, SCHOOL))).toMatchObject({
      rule: 'AU-07',
      proposer: ['UBND xã Gia Phúc', 'chair', true],
      decider: ['UBND thành phố Hải Phòng', 'chair'],
      desk: ['Sở Nội vụ thành phố Hải Phòng', 'appraiser'],
    });
    expect(told(await places(given, { ...SCHOOL, commune: null }))).toMatchObject({
      proposer: ['Sở Nội vụ thành phố Hải Phòng', 'director', true],
    });
  });

  it('the centre, on the proposal of the province', async () => {
    expect(told(await places({ award: 'BK_TTG', level: 'TTG', org: 'UBND thành phố Hải Phòng' }, SCHOOL))).toEqual({
      path: 'central',
      rule: 'AU-08',
      proposer: ['UBND thành phố Hải Phòng', 'chair', true],
      decider: null,
      desk: ['Sở Nội vụ thành phố Hải Phòng', 'appraiser'],
    });
  });
});
