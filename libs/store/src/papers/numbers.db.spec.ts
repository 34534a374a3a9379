import { randomUUID } from 'node:crypto';
import { cloneDatabase } from '../../../../test/harness/database';
import { connect, type Database } from '../database/database';
import { NumberStore } from './number.store';

const P = 'HP';
const NOW = Date.UTC(2026, 2, 2, 2);

/** What the database itself holds of numbers and issued papers, tried by SQL past the stores. */
describe('the database keeps numbers and issued papers', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let numbers: NumberStore;
  const org = randomUUID();

  beforeAll(async () => {
    const clone = await cloneDatabase();
    drop = clone.drop;
    database = await connect({ url: clone.url, poolSize: 4 });
    numbers = new NumberStore(database);
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  const sql = (text: string, values: readonly unknown[] = []): Promise<unknown> => database.reader.query(text, [...values]);
  const series = async (documentType: string): Promise<string> =>
    (
      await database.inTransaction((tx) =>
        numbers.series(tx, P, randomUUID(), { orgId: org, documentType, year: 2026, suffix: `${documentType}-UBND` }),
      )
    ).id;
  const line = (seriesId: string, n: number | null, text: string, date = '2026-03-02'): Promise<unknown> =>
    sql(
      `insert into number_register (province_id, series_id, n, number_text, date, paper_id, taken_at, taken_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [P, seriesId, n, text, date, randomUUID(), new Date(NOW), randomUUID()],
    );

  it('counts no number that has no line', async () => {
    const id = await series('KH');
    await expect(sql('update series set n = n + 1 where id = $1', [id])).rejects.toThrow('registered to 0');
    await expect(sql('update series set n = n + 2 where id = $1', [id])).rejects.toThrow('go up by one');
  });

  it('registers no number that was not counted, nor one of another year', async () => {
    const id = await series('BC');
    await expect(line(id, 5, '05/BC-UBND')).rejects.toThrow('number_register');
    await expect(line(id, 0, '00/BC-UBND', '2027-01-01')).rejects.toThrow('not of the year');
  });

  it('keeps a line as it was written: canceled once, with a reason, never deleted', async () => {
    const id = await series('TB');
    await sql(`update series set mode = 'external' where id = $1`, [id]);
    await line(id, null, '07/TB-UBND');
    for (const change of [`number_text = '08/TB-UBND'`, 'paper_id = null', `canceled_at = now()`, `title = 'khác'`]) {
      await expect(sql(`update number_register set ${change} where series_id = $1`, [id])).rejects.toThrow('stays as it was written');
    }
    await sql(`update number_register set canceled_at = now(), cancel_reason = 'Trùng' where series_id = $1`, [id]);
    await expect(sql(`update number_register set canceled_at = null, cancel_reason = null where series_id = $1`, [id])).rejects.toThrow();
    await expect(sql('delete from number_register where series_id = $1', [id])).rejects.toThrow('stays as it was written');
  });

  it('gives no number of ours where they come from elsewhere, none of elsewhere where they are ours, and none twice', async () => {
    const [own, foreign] = [await series('GM'), await series('KL')];
    await expect(line(own, null, '07/GM-UBND')).rejects.toThrow('own');
    await sql(`update series set mode = 'external' where id = $1`, [foreign]);
    await expect(line(foreign, 0, '00/KL-UBND')).rejects.toThrow('external');
    await line(foreign, null, '7A/KL-UBND');
    await expect(line(foreign, null, '7a/KL-HĐND')).rejects.toThrow('number_register_number');
    await expect(sql(`update series set mode = 'own' where id = $1`, [foreign])).rejects.toThrow('stand in it already');
  });

  describe('and of an issued paper', () => {
    const id = randomUUID();
    beforeAll(() =>
      sql(
        `insert into paper (province_id, id, org_id, kind, slot, title, state, data_hash, template_version, verify_token, created_at, file_sha256, number_text)
         values ($1, $2, $3, 'quyet-dinh', 's', 'x', 'issued', 'h', '1', 't', now(), 'f', '01/QĐ-UBND')`,
        [P, id, org],
      ),
    );
    const change = (set: string): Promise<unknown> => sql(`update paper set ${set} where id = $1`, [id]);

    it.each([
      `file_sha256 = 'other'`,
      `data_hash = 'other'`,
      `template_version = '2'`,
      `number_text = '02/QĐ-UBND'`,
      `number_date = '2026-01-01'`,
      `archive_sha256 = 'other'`,
      `title = 'khác'`,
      `state = 'drafted'`,
      `state = 'signed'`,
      `state = 'canceled', file_sha256 = null`,
    ])('nothing changes: %s', async (set) => {
      await expect(change(set)).rejects.toThrow('what was issued does not change');
    });

    it('nothing but that it stands no more, or again; and it stays', async () => {
      await change(`state = 'canceled', version = version + 1`);
      await expect(change(`file_sha256 = 'other'`)).rejects.toThrow('does not change');
      await change(`state = 'issued', version = version + 1`);
      await expect(sql('delete from paper where id = $1', [id])).rejects.toThrow('does not change');
    });
  });
});
