import type { SessionView } from '@thidua/contract';
import type { Cast } from '../people/cast';
import type { PaperDesk } from '../steps/works';
import type { PlanPlace } from './plan-story';

/** A body that a plan goes to: who prepares, signs and keeps its papers. */
export interface Body extends PaperDesk {
  readonly orgId: string;
  readonly prefix: string;
  /** Without a seal it keeps no register and numbers nothing. */
  readonly sealed: boolean;
}

/** Who runs a movement: the standing office drafts, the chair signs, the government's records clerk numbers. */
export function runnerOf(place: PlanPlace): PaperDesk {
  return place.upwardTo === 'province'
    ? { desk: `${place.province}.snv.chuyenvien`, signer: `${place.province}.chutich`, clerk: `${place.province}.vanthu` }
    : communeDesk(place.commune.prefix);
}

/** A province's report to its chair is Sở Nội vụ's own paper. */
export function reporterOf(place: PlanPlace): PaperDesk {
  const { province, upwardTo } = place;
  return upwardTo === 'province'
    ? { desk: `${province}.snv.chuyenvien`, signer: `${province}.snv.giamdoc`, clerk: `${province}.snv.vanthu` }
    : runnerOf(place);
}

export function communeDesk(prefix: string): PaperDesk {
  return { desk: `${prefix}.chuyenvien`, signer: `${prefix}.chutich`, clerk: `${prefix}.vanthu` };
}

/** Bodies that take part in a place's movements, by prefix of their user names; a commune among them acts through its own desk. */
export async function bodiesOf(cast: Cast, place: PlanPlace): Promise<readonly Body[]> {
  const bodies: Body[] = [];
  for (const prefix of place.bodies) {
    const desk = prefix.includes('.') ? unitDesk(prefix) : communeDesk(prefix);
    bodies.push({ ...(await withRecords(cast, desk)), prefix, orgId: await orgIdOf(cast, desk.desk), sealed: !UNSEALED.test(prefix) });
  }
  return bodies;
}

/** Thôn, tổ dân phố and the radio station of a commune. */
const UNSEALED = /^\w+\.(thon|tdp)$|^xhp\.tt$/;

function unitDesk(prefix: string): PaperDesk {
  return { desk: `${prefix}.nguoilap`, signer: `${prefix}.thutruong`, clerk: `${prefix}.vanthu` };
}

/** In a small office whoever prepares the papers keeps the register as well. */
async function withRecords(cast: Cast, desk: PaperDesk): Promise<PaperDesk> {
  const me = await (await cast.as(desk.desk)).call<SessionView>('me');
  return me.positions.some((position) => position.role === 'records-clerk') ? { ...desk, clerk: desk.desk } : desk;
}

async function orgIdOf(cast: Cast, username: string): Promise<string> {
  const me = await (await cast.as(username)).call<SessionView>('me');
  return me.positions.find((position) => ['clerk', 'appraiser'].includes(position.role))?.orgId ?? '';
}
