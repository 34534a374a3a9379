import { Session } from '../session';

/** User names of the demo (workflows/demo/*.yaml): `gp` and `mt` are communes of `hp`, `vx` one of `tn`. */
export interface CommuneCast {
  readonly prefix: string;
  readonly province: string;
}

export const GIA_PHUC: CommuneCast = { prefix: 'gp', province: 'hp' };
export const MINH_TAN: CommuneCast = { prefix: 'mt', province: 'hp' };
export const VAN_XUAN: CommuneCast = { prefix: 'vx', province: 'tn' };

/** Signs each person in once and keeps the session. */
export class Cast {
  private readonly sessions = new Map<string, Promise<Session>>();

  constructor(
    readonly base: string,
    private readonly password: string,
  ) {}

  as(username: string): Promise<Session> {
    const known = this.sessions.get(username) ?? Session.signIn(this.base, username, this.password);
    this.sessions.set(username, known);
    return known;
  }

  communeMembers(commune: CommuneCast): readonly string[] {
    return [...['chutich', 'phochutich', 'thuky'], ...[1, 2, 3, 4, 5, 6].map((n) => `uyvien${n}`)].map(
      (name) => `${commune.prefix}.${name}`,
    );
  }

  provinceMembers(province: string): readonly string[] {
    return [...['chutich', 'phochutich', 'snv.giamdoc', 'snv.thuky'], ...[1, 2, 3, 4, 5, 6, 7].map((n) => `uyvien${n}`)].map(
      (name) => `${province}.${name}`,
    );
  }
}
