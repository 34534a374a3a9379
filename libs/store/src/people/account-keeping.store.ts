import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

/** An account as administrators see it. */
export interface KeptAccount {
  readonly id: string;
  readonly personId: string;
  readonly username: string;
  readonly hasPassword: boolean;
  /** Until when a code given out may be used; null where none is. */
  readonly codeExpiresAt: Date | null;
  readonly disabledAt: Date | null;
  readonly lastSignIn: Date | null;
}

interface AccountSessions {
  readonly signedInAt: Date;
  readonly before: Date | null;
  readonly elsewhere: number;
}

interface WaitingAccount {
  readonly provinceId: string;
  readonly id: string;
  readonly personId: string;
  readonly codeHash: string;
}

const KEPT = `id, person_id as "personId", username, password_hash is not null as "hasPassword", code_expires_at as "codeExpiresAt",
  disabled_at as "disabledAt", last_sign_in as "lastSignIn"`;

/** Accounts as they are opened, handed out, closed and opened again. Lives of codes are measured by the database's clock, like sessions. */
export class AccountKeepingStore {
  constructor(private readonly database: Database) {}

  async byId(provinceId: string, id: string, tx: Tx = this.database.reader): Promise<KeptAccount | undefined> {
    const rows = await rowsOf<KeptAccount>(tx, `select ${KEPT} from account where province_id = $1 and id = $2`, [provinceId, id]);
    return rows[0];
  }

  async ofPeople(provinceId: string, personIds: readonly string[], tx: Tx = this.database.reader): Promise<readonly KeptAccount[]> {
    return rowsOf<KeptAccount>(tx, `select ${KEPT} from account where province_id = $1 and person_id = any($2::uuid[]) order by username`, [
      provinceId,
      personIds,
    ]);
  }

  /** Which of these names somebody has, in whatever province. */
  async taken(usernames: readonly string[], tx: Tx = this.database.reader): Promise<readonly { username: string; personId: string }[]> {
    return rowsOf<{ username: string; personId: string }>(
      tx,
      'select username, person_id as "personId" from account where username = any($1::text[])',
      [usernames],
    );
  }

  /** New codes instead of the old ones; passwords stay until a code is used. */
  async setCodes(
    tx: Tx,
    provinceId: string,
    codes: readonly { readonly accountId: string; readonly codeHash: string }[],
    days: number,
  ): Promise<void> {
    await tx.query(
      `update account a set code_hash = c.hash, code_expires_at = clock_timestamp() + $4 * interval '1 day'
       from unnest($2::uuid[], $3::text[]) c (id, hash) where a.province_id = $1 and a.id = c.id`,
      [provinceId, codes.map((one) => one.accountId), codes.map((one) => one.codeHash), days],
    );
  }

  /** An account that may sign in and whose code has not run out; locked. */
  async waiting(tx: Tx, username: string): Promise<WaitingAccount | undefined> {
    const rows = await rowsOf<WaitingAccount>(
      tx,
      `select province_id as "provinceId", id, person_id as "personId", code_hash as "codeHash" from account
       where username = $1 and disabled_at is null and code_hash is not null and code_expires_at > clock_timestamp() for update`,
      [username],
    );
    return rows[0];
  }

  /** False: the old one is no longer the one it was, or the account is closed. */
  async changePassword(
    tx: Tx,
    provinceId: string,
    accountId: string,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<boolean> {
    const changed = await rowsOf(
      tx,
      `update account set password_hash = $4, code_hash = null, code_expires_at = null
       where province_id = $1 and id = $2 and password_hash = $3 and disabled_at is null returning 1`,
      [provinceId, accountId, from, to],
    );
    return changed.length === 1;
  }

  async setPassword(tx: Tx, provinceId: string, accountId: string, passwordHash: string): Promise<void> {
    await tx.query('update account set password_hash = $3, code_hash = null, code_expires_at = null where province_id = $1 and id = $2', [
      provinceId,
      accountId,
      passwordHash,
    ]);
  }

  /** Nobody gets in with the old password any more; the holder sets a new one with a code. */
  async dropPassword(tx: Tx, provinceId: string, accountId: string): Promise<void> {
    await tx.query('update account set password_hash = null where province_id = $1 and id = $2', [provinceId, accountId]);
  }

  async disable(tx: Tx, provinceId: string, accountId: string, atMs: number): Promise<void> {
    await tx.query(
      'update account set disabled_at = $3, code_hash = null, code_expires_at = null where province_id = $1 and id = $2 and disabled_at is null',
      [provinceId, accountId, new Date(atMs)],
    );
  }

  async enable(tx: Tx, provinceId: string, accountId: string): Promise<void> {
    await tx.query('update account set disabled_at = null where province_id = $1 and id = $2', [provinceId, accountId]);
  }

  /** When a session began, when the one before it did, and how many others are open. */
  async sessionsOf(provinceId: string, accountId: string, tokenHash: string): Promise<AccountSessions> {
    const rows = await rowsOf<AccountSessions>(
      this.database.reader,
      `select s.created_at as "signedInAt",
         (select max(o.created_at) from session o where o.province_id = $1 and o.account_id = $2 and o.created_at < s.created_at) as before,
         (select count(*)::int from session o where o.province_id = $1 and o.account_id = $2 and o.token_hash <> $3 and o.ended_at is null
            and o.expires_at > clock_timestamp()) as elsewhere
       from session s where s.province_id = $1 and s.account_id = $2 and s.token_hash = $3`,
      [provinceId, accountId, tokenHash],
    );
    const [row] = rows;
    if (row === undefined) {
      throw new Error('whoever asks has a session');
    }
    return row;
  }

  /** Wherever it is signed in. @returns how many sessions ended */
  async endSessions(tx: Tx, provinceId: string, accountId: string, exceptTokenHash: string | null = null): Promise<number> {
    const ended = await rowsOf(
      tx,
      `update session set ended_at = clock_timestamp() where province_id = $1 and account_id = $2 and ended_at is null
         and expires_at > clock_timestamp() and token_hash is distinct from $3 returning 1`,
      [provinceId, accountId, exceptTokenHash],
    );
    return ended.length;
  }
}
