import { Session } from '../session';
import { ownClock, type DemoClock } from './demo-clock';

/** User names of the demo (workflows/demo/*.json): `gp` and `mt` are communes of `hp`, `vx` one of `tn`. */
export interface CommuneCast {
  readonly prefix: string;
  readonly province: string;
  /** Members of its council beside chair, deputy and secretary; six when left out. */
  readonly others?: number;
}

export const GIA_PHUC: CommuneCast = { prefix: 'gp', province: 'hp' };
export const MINH_TAN: CommuneCast = { prefix: 'mt', province: 'hp' };
export const VAN_XUAN: CommuneCast = { prefix: 'vx', province: 'tn' };
export const TAN_LAP: CommuneCast = { prefix: 'tl', province: 'dl' };
/** Xã Hòa Phong to 30/6/2025 and the phường that came after it. */
export const HOA_PHONG: CommuneCast = { prefix: 'xhp', province: 'hy', others: 4 };
export const HOA_MY: CommuneCast = { prefix: 'hm', province: 'hy' };

/** Signs each person in once and keeps the session. */
export class Cast {
  private readonly sessions = new Map<string, Promise<Session>>();

  constructor(
    readonly base: string,
    private readonly password: string,
    readonly clock: DemoClock = ownClock,
  ) {}

  as(username: string): Promise<Session> {
    const known = this.sessions.get(username) ?? Session.signIn(this.base, username, this.password);
    this.sessions.set(username, known);
    return known;
  }

  communeMembers(commune: CommuneCast): readonly string[] {
    const others = Array.from({ length: commune.others ?? 6 }, (_, at) => `uyvien${at + 1}`);
    return ['chutich', 'phochutich', 'thuky', ...others].map((name) => `${commune.prefix}.${name}`);
  }

  provinceMembers(province: string): readonly string[] {
    return [...['chutich', 'phochutich', 'snv.giamdoc', 'snv.thuky'], ...[1, 2, 3, 4, 5, 6, 7].map((n) => `uyvien${n}`)].map(
      (name) => `${province}.${name}`,
    );
  }
}
