import { localDate } from '@thidua/kernel';
import { HP, RoundPlay } from '../../../../test/harness/round-play';
import { intakePlace, type IntakePlace } from './intake-place';

let harness: RoundPlay;
const TODAY = localDate(2026, 3, 2);

beforeAll(async () => {
  harness = await RoundPlay.open();
}, 60_000);
afterAll(() => harness.close());

async function orgId(name: string): Promise<string> {
  const [org] = await harness.rows<{ id: string }>('select id from org where province_id = $1 and name = $2', [HP, name]);
  return org?.id ?? '';
}

async function place(name: string, day = TODAY): Promise<IntakePlace> {
  return intakePlace(harness.deps, { provinceId: HP, orgId: await orgId(name), day });
}

const told = ({ receiver, desk, levels }: IntakePlace): object => ({
  receiver: receiver.name,
  desk: desk.name,
  levels: [...levels].sort(),
});

describe('who receives', () => {
  it('is the commune for a unit of it', async () => {
    expect(told(await place('Trường Mầm non Hoa Sen'))).toEqual({
      receiver: 'UBND xã Gia Phúc',
      desk: 'UBND xã Gia Phúc',
      levels: ['CTN', 'TINH', 'TTG', 'XA'],
    });
  });

  it('is the commune itself for those who live there and belong to no unit', async () => {
    expect((await place('UBND xã Gia Phúc')).receiver.name).toBe('UBND xã Gia Phúc');
  });

  it('is the province for its sở and for what a sở manages, taken in by Sở Nội vụ; no commune is on their road', async () => {
    const road = { receiver: 'UBND thành phố Hải Phòng', desk: 'Sở Nội vụ thành phố Hải Phòng', levels: ['CTN', 'TINH', 'TTG'] };
    const units = await harness.rows<{ name: string }>(`select o.name from org o join position p on p.org_id = o.id and p.role = 'clerk'
      join account a on a.person_id = p.person_id where a.username in ('hp.syt.nguoilap', 'hp.bv.nguoilap') order by a.username`);
    expect(units).toHaveLength(2);
    for (const { name } of units) {
      expect(told(await place(name))).toEqual(road);
    }
  });

  it('climbed through the district until its last day, and goes to who took over afterwards', async () => {
    const [school] = await harness.rows<{ name: string }>(
      `select o.name from org o join position p on p.org_id = o.id join account a on a.person_id = p.person_id where a.username = 'td.thcs.nguoilap'`,
    );
    const before = await place(school?.name ?? '', localDate(2025, 6, 30));
    expect(before.receiver.name).not.toBe('UBND xã Gia Phúc');
    expect([...before.levels].sort()).toEqual(['CTN', 'HUYEN', 'TINH', 'TTG', 'XA']);
    expect(told(await place(school?.name ?? '', localDate(2025, 7, 1)))).toMatchObject({
      receiver: 'UBND xã Gia Phúc',
      levels: ['CTN', 'TINH', 'TTG', 'XA'],
    });
  });

  it('is nobody for a body that has ended, for one with nobody above it, and for an unknown one', async () => {
    const [district] = await harness.rows<{ id: string }>(`select id from org where kind = 'district' and province_id = $1`, [HP]);
    const ask = (id: string): Promise<IntakePlace> => intakePlace(harness.deps, { provinceId: HP, orgId: id, day: TODAY });
    await expect(ask(district?.id ?? '')).rejects.toMatchObject({ code: 'no-receiver', details: { reason: 'submitter-ended' } });
    const [alone] = await harness.rows<{ id: string }>(
      `select id from org where parent_id is null and managing_org_id is null and level = 'UNIT' and province_id = $1`,
      [HP],
    );
    await expect(ask(alone?.id ?? '')).rejects.toMatchObject({ code: 'no-receiver', details: { reason: 'nobody-above' } });
    await expect(ask('018f0000-0000-7000-8000-00000000dead')).rejects.toMatchObject({ code: 'not-found' });
  });
});
