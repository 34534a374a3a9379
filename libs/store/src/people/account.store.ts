import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export interface AccountRecord {
  readonly provinceId: string;
  readonly id: string;
  readonly personId: string;
  readonly username: string;
  readonly fullName: string;
  /** Null until its holder has set one. */
  readonly passwordHash: string | null;
}

export interface SessionRecord {
  readonly tokenHash: string;
  readonly provinceId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly username: string;
  readonly fullName: string;
  readonly csrf: string;
}

/** An account with one of its posts, for the role picker. */
export interface DemoAccountRecord {
  readonly provinceId: string;
  readonly id: string;
  readonly personId: string;
  readonly username: string;
  readonly fullName: string;
  readonly title: string;
  readonly orgName: string;
  readonly level: string;
  readonly principals: readonly string[];
}

const ACCOUNT = `a.province_id as "provinceId", a.id, a.person_id as "personId", a.username, n.full_name as "fullName", a.password_hash as "passwordHash"`;
const ACCOUNTS = 'account a join person n on n.province_id = a.province_id and n.id = a.person_id';

/** Accounts and their sessions. A session's life is measured by the database's clock: the business clock may jump. */
export class AccountStore {
  constructor(private readonly database: Database) {}

  /** An account that may sign in. */
  async byUsername(username: string): Promise<AccountRecord | undefined> {
    const rows = await rowsOf<AccountRecord>(
      this.database.reader,
      `select ${ACCOUNT} from ${ACCOUNTS} where a.username = $1 and a.disabled_at is null`,
      [username],
    );
    return rows[0];
  }

  async byId(id: string): Promise<AccountRecord | undefined> {
    const rows = await rowsOf<AccountRecord>(
      this.database.reader,
      `select ${ACCOUNT} from ${ACCOUNTS} where a.id = $1 and a.disabled_at is null`,
      [id],
    );
    return rows[0];
  }

  async openSession(
    session: { readonly tokenHash: string; readonly provinceId: string; readonly accountId: string; readonly csrf: string },
    hours: number,
  ): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await tx.query(
        `insert into session (token_hash, province_id, account_id, csrf, created_at, expires_at)
         values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp() + $5 * interval '1 hour')`,
        [session.tokenHash, session.provinceId, session.accountId, session.csrf, hours],
      );
      await tx.query('update account set last_sign_in = clock_timestamp() where province_id = $1 and id = $2', [
        session.provinceId,
        session.accountId,
      ]);
    });
  }

  /** A session that is neither over nor ended, of an account that may sign in. */
  async session(tokenHash: string): Promise<SessionRecord | undefined> {
    const rows = await rowsOf<SessionRecord>(
      this.database.reader,
      `select s.token_hash as "tokenHash", s.province_id as "provinceId", s.account_id as "accountId", a.person_id as "personId", a.username, n.full_name as "fullName", s.csrf
       from session s join account a on a.province_id = s.province_id and a.id = s.account_id
         join person n on n.province_id = a.province_id and n.id = a.person_id
       where s.token_hash = $1 and s.ended_at is null and s.expires_at > clock_timestamp() and a.disabled_at is null`,
      [tokenHash],
    );
    return rows[0];
  }

  async endSession(tokenHash: string): Promise<void> {
    await this.database.reader.query('update session set ended_at = clock_timestamp() where token_hash = $1 and ended_at is null', [
      tokenHash,
    ]);
  }

  /** Every account with its first post and all principals whose inbox it reads. */
  async demoAccounts(day: string): Promise<readonly DemoAccountRecord[]> {
    return rowsOf<DemoAccountRecord>(
      this.database.reader,
      `select a.province_id as "provinceId", a.id, a.person_id as "personId", a.username, n.full_name as "fullName",
         (array_agg(p.title order by p.role = 'council-member', p.id))[1] as title, (array_agg(o.name order by p.role = 'council-member', p.id))[1] as "orgName",
         (array_agg(o.level order by p.role = 'council-member', p.id))[1] as level,
         array_agg('pos:' || p.org_id || '/' || p.role) || ('person:' || a.person_id) as principals
       from ${ACCOUNTS} join position p on p.province_id = a.province_id and p.person_id = a.person_id
           and p.valid_from <= $1::date and (p.valid_to is null or p.valid_to >= $1::date)
         join org o on o.province_id = p.province_id and o.id = p.org_id
       where a.disabled_at is null group by a.province_id, a.id, n.full_name order by a.province_id, a.username`,
      [day],
    );
  }

  async count(tx: Tx = this.database.reader): Promise<number> {
    const rows = await rowsOf<{ n: number }>(tx, 'select count(*)::int as n from account', []);
    return rows[0]?.n ?? 0;
  }
}
