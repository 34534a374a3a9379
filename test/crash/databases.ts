import { Client } from 'pg';

/** Databases of one crash run on the test cluster. */
export class Databases {
  private made = 0;

  constructor(
    private readonly adminUrl: string,
    private readonly template: string,
    private readonly run: string,
  ) {}

  static fromEnvironment(run: string): Databases {
    const { TEST_PG_ADMIN: adminUrl, TEST_PG_TEMPLATE: template } = process.env;
    if (adminUrl === undefined || template === undefined) {
      throw new Error('TEST_PG_ADMIN and TEST_PG_TEMPLATE name the cluster and its migrated template');
    }
    return new Databases(adminUrl, template, run);
  }

  /** A copy of the migrated, empty template. */
  fresh(): Promise<string> {
    return this.copy(this.template);
  }

  /** A copy of a database nobody works on any more. */
  async clone(url: string): Promise<string> {
    return this.copy(nameOf(url));
  }

  async drop(url: string): Promise<void> {
    await this.asAdmin((client) => client.query(`drop database if exists "${nameOf(url)}" with (force)`));
  }

  private async copy(source: string): Promise<string> {
    this.made += 1;
    const name = `${this.template}_${this.run}_${this.made}`;
    await this.asAdmin(async (client) => {
      // Connections of killed processes end a moment after them.
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()', [source]);
      for (let attempt = 1; ; attempt += 1) {
        try {
          await client.query(`create database "${name}" template "${source}"`);
          return;
        } catch (error) {
          // 55006: somebody is still connected to the source.
          if ((error as { code?: string }).code !== '55006' || attempt === 50) {
            throw error;
          }
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }
    });
    const url = new URL(this.adminUrl);
    url.pathname = `/${name}`;
    return url.href;
  }

  private async asAdmin(work: (client: Client) => Promise<unknown>): Promise<void> {
    await withClient(this.adminUrl, work);
  }
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}
