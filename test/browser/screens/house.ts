import { Client } from 'pg';
import { Cast } from '../../../apps/cli/src/people/cast';
import { Session } from '../../../apps/cli/src/session';

const NOW = '2026-03-02T08:00:00+07:00';
const STOPPED = 'HP-MT-2026-0001';

/** The demo that is drawn: its people over HTTP, and what was made for the pictures, once. */
export class House {
  private readonly made = new Map<string, Promise<unknown>>();

  private constructor(
    readonly url: string,
    readonly password: string,
    private readonly cast: Cast,
    private readonly databaseUrl: string,
  ) {}

  static async open(url: string, databaseUrl: string): Promise<House> {
    const { password } = await Session.anonymous(url).call<{ password: string }>('demoAccounts');
    return new House(url, password, new Cast(url, password), databaseUrl);
  }

  as(username: string): Promise<Session> {
    return this.cast.as(username);
  }

  get people(): Cast {
    return this.cast;
  }

  once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = this.made.get(name) ?? make();
    this.made.set(name, known);
    // Kept under this name by this function alone.
    return known as Promise<T>;
  }

  /** What the QR code of the first issued paper of a kind leads to: only the paper itself says it. */
  async tokenOf(kind: string): Promise<string> {
    const [row] = await this.rows<{ verify_token: string }>(
      `select verify_token from paper where kind = $1 and state = 'issued' order by id limit 1`,
      [kind],
    );
    return row?.verify_token ?? '';
  }

  /** Signing in goes by the real clock; on pictures it is the demo's. */
  async signedInLong(): Promise<void> {
    await this.rows('update account set last_sign_in = $1 where last_sign_in is not null', [NOW]);
    await this.rows('update session set created_at = $1', [NOW]);
  }

  /** A paper that could not be made, as if its step had used up its attempts: nothing fails by itself in a demo. */
  async stopped(): Promise<void> {
    await this.rows(
      `insert into incident (province_id, id, instance_id, element_id, cause, detail, raised_at)
       select province_id, '019cac0f-2680-7000-8000-000000000001', id, 'Job_YeuCauBoSung', 'attempts-exhausted', $2, $1
       from process_instance where business_key = $3 on conflict do nothing`,
      [NOW, 'Trình duyệt làm PDF không khởi động được sau 5 lần', STOPPED],
    );
  }

  private async rows<T extends object>(sql: string, values: readonly string[]): Promise<readonly T[]> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      return (await client.query<T>(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  }
}
