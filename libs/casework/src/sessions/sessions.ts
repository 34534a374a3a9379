import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Actor } from '@thidua/access';
import type { SessionView } from '@thidua/contract';
import { isoOf } from '@thidua/kernel';
import { today } from '@thidua/runtime';
import type { AccountRecord, SessionRecord } from '@thidua/store';
import type { CaseworkDeps } from '../deps';
import { Refused } from '../refused';
import { actorOf } from './actor-of';
import { Attempts } from './attempts';

const HOURS = 12;

/** A signed-in account with the posts it holds today. */
export interface OpenSession {
  readonly actor: Actor;
  /** By which the session is known here; the token itself is with the browser. */
  readonly sessionHash: string;
  readonly csrf: string;
  readonly accountId: string;
  readonly username: string;
  readonly fullName: string;
}

export interface SignedIn {
  readonly token: string;
  readonly view: SessionView;
}

/** Signing in and out. The token itself is with the browser only; here stands its hash. */
export class Sessions {
  private readonly attempts = new Attempts();
  /** Verified against when nobody has the name, so that both refusals take as long. */
  private readonly nobody = hash(randomBytes(16).toString('hex'));

  constructor(private readonly deps: CaseworkDeps) {}

  /** @throws Refused too-many-attempts, sign-in-failed (the same for a wrong name and a wrong password) */
  async signIn({ username, password }: { readonly username: string; readonly password: string }): Promise<SignedIn> {
    const name = username.toLowerCase();
    this.attempts.begin(name);
    const account = await this.deps.stores.accounts.byUsername(name);
    const right = await verify(account?.passwordHash ?? (await this.nobody), password);
    if (account === undefined || !right) {
      throw new Refused('sign-in-failed');
    }
    this.attempts.succeeded(name);
    return this.open(account);
  }

  /** The role picker of a demo. @throws Refused not-found outside of demo mode */
  async demoSignIn(accountId: string): Promise<SignedIn> {
    const account = this.deps.demo ? await this.deps.stores.accounts.byId(accountId) : undefined;
    if (account === undefined) {
      throw new Refused('not-found');
    }
    return this.open(account);
  }

  async resolve(token: string): Promise<OpenSession | undefined> {
    const session = await this.deps.stores.accounts.session(hashOf(token));
    return session === undefined ? undefined : this.openSession(session);
  }

  async view({ actor, csrf, accountId, username, fullName }: OpenSession): Promise<SessionView> {
    const { stores, clock, demo, simulatedClock } = this.deps;
    const posts = await stores.people.positionsOf(actor.provinceId, actor.personId, today(clock));
    return {
      account: { id: accountId, username, fullName, personId: actor.personId },
      positions: posts.map(({ id, orgId, orgName, level, role, title }) => ({ id, orgId, orgName, level, role, title })),
      csrf,
      demo,
      clock: { now: isoOf(clock.nowMs()), simulated: simulatedClock },
    };
  }

  async signOut(token: string): Promise<void> {
    await this.deps.stores.accounts.endSession(hashOf(token));
  }

  private async open(account: AccountRecord): Promise<SignedIn> {
    const token = randomBytes(32).toString('base64url');
    const csrf = randomBytes(24).toString('base64url');
    const { provinceId, id: accountId, personId, username, fullName } = account;
    const tokenHash = hashOf(token);
    await this.deps.stores.accounts.openSession({ tokenHash, provinceId, accountId, csrf }, HOURS);
    return {
      token,
      view: await this.view(await this.openSession({ tokenHash, provinceId, accountId, personId, username, fullName, csrf })),
    };
  }

  private async openSession({ tokenHash, csrf, username, fullName, ...who }: SessionRecord): Promise<OpenSession> {
    return { actor: await actorOf(this.deps, who), sessionHash: tokenHash, csrf, accountId: who.accountId, username, fullName };
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
