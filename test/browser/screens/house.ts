import { Client } from 'pg';
import { Cast } from '../../../apps/cli/src/people/cast';
import { Session } from '../../../apps/cli/src/session';

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
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ verify_token: string }>(
        `select verify_token from paper where kind = $1 and state = 'issued' order by id limit 1`,
        [kind],
      );
      return rows[0]?.verify_token ?? '';
    } finally {
      await client.end();
    }
  }
}
