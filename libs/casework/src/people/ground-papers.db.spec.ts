import type { FileAnswer } from '@thidua/contract';
import { pdfWith } from '../../../../test/harness/attachment-files';
import { RoundPlay } from '../../../../test/harness/round-play';

jest.setTimeout(60_000);

const ADMIN = 'tn.quantri1';
const PAPER = 'Thông báo phân công số 44/TB-UBND';
const SCAN = { name: 'thong-bao.pdf', bytes: pdfWith({ text: 'phan cong ky thay' }) };
const LATER = { name: 'thong-bao-2.pdf', bytes: pdfWith({ text: 'phan cong ky thay, ban ro hon' }) };

describe('scans of what councils and lent powers rest on', () => {
  let play: RoundPlay;
  let delegationId: string;
  let rosterId: string;

  beforeAll(async () => {
    play = await RoundPlay.open('TN');
    await play.at(Date.parse('2026-03-02T09:00:00+07:00'));
    const ids = await Promise.all(
      ['tn.chutich', 'tn.phochutich'].map(
        async (name) => (await play.actor(name)).positions.find((post) => post.role.endsWith('chair'))?.id,
      ),
    );
    const [fromPosition = '', toPosition = ''] = ids;
    const body = { fromPosition, toPosition, capacity: 'TL' as const, paper: PAPER, from: '2026-03-02' };
    ({ delegationId } = await play.call('tn.chutich', 'grantDelegation', { body }));
    rosterId = (await play.call(ADMIN, 'rosters')).rosters[0]?.id ?? '';
  }, 60_000);
  afterAll(() => play.close());

  const file = (username: string, kind: string, id: string, scan = SCAN): Promise<{ sha256: string }> =>
    play.call(username, 'attachGroundPaper', { params: { id }, query: { kind }, file: scan });
  // A route that streams a file answers its bytes.
  const read = async (username: string, kind: string, id: string): Promise<FileAnswer> =>
    (await play.call(username, 'groundPaper', { params: { id }, query: { kind } })) as FileAnswer;
  const seen = async (username: string): Promise<object | undefined> =>
    (await play.call(username, 'delegations')).delegations.find((one) => one.id === delegationId);

  it('are filed by whoever lends or an administrator, read by the people of the power, and by nobody else', async () => {
    expect(await seen('tn.chutich')).toMatchObject({ hasPaper: false, mayFile: true });
    expect(await seen('tn.phochutich')).toMatchObject({ hasPaper: false, mayFile: false });
    await expect(read('tn.chutich', 'delegation', delegationId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(file('tn.phochutich', 'delegation', delegationId)).rejects.toMatchObject({ code: 'forbidden' });
    await file('tn.chutich', 'delegation', delegationId);
    expect(await seen('tn.phochutich')).toMatchObject({ hasPaper: true });
    const { bytes, mime, foreign } = await read('tn.phochutich', 'delegation', delegationId);
    expect([Buffer.from(bytes).equals(Buffer.from(SCAN.bytes)), mime, foreign]).toEqual([true, 'application/pdf', true]);
    const other = await play.rows<{ username: string }>(
      `select a.username from account a where a.province_id = 'TN' and not exists (select from position p join org o on o.province_id = p.province_id and o.id = p.org_id
         where p.person_id = a.person_id and (p.role = 'admin' or o.kind = 'province')) order by 1 limit 1`,
    );
    const stranger = other[0]?.username ?? '';
    await expect(read(stranger, 'delegation', delegationId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(file(stranger, 'delegation', delegationId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(file('tn.chutich', 'roster', rosterId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(file(ADMIN, 'roster', delegationId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are what they say they are, and the trail holds the one before', async () => {
    const page = { name: 'thong-bao.pdf', bytes: Buffer.from('<html><script>alert(1)</script></html>') };
    await expect(file(ADMIN, 'delegation', delegationId, page)).rejects.toMatchObject({ code: 'file-not-what-it-says' });
    const [first] = await play.rows<{ sha256: string }>('select file_sha256 as sha256 from delegation where id = $1', [delegationId]);
    const { sha256 } = await file(ADMIN, 'delegation', delegationId, LATER);
    const filed = await play.rows(`select facts from audit where subject_id = $1 and action = 'ground-paper-filed' order by id`, [
      delegationId,
    ]);
    expect(filed.map((line) => (line as { facts: object }).facts)).toEqual([
      { sha256: first?.sha256, before: null },
      { sha256, before: first?.sha256 },
    ]);
    await file(ADMIN, 'roster', rosterId);
    const roster = (await play.call(ADMIN, 'rosters')).rosters.find((one) => one.id === rosterId);
    expect(roster).toMatchObject({ hasPaper: true });
    expect(roster).not.toHaveProperty('fileSha256');
    expect((await read(ADMIN, 'roster', rosterId)).fileName).toMatch(/^quyet-dinh-hoi-dong-[0-9a-f]{8}\.pdf$/);
  });
});
