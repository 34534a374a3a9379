import type { Audience, Movement } from '@thidua/awards';
import type { OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import { todayOf } from '../work-views';

export type Asked = 'duty' | 'cooperation';

export interface ProposedRecipient {
  readonly org: OrgRecord;
  readonly asked: Asked;
  /** It may not be given a duty at all. */
  readonly fixed: boolean;
  readonly suggested: boolean;
  readonly reason: string;
}

const AUDIENCE_OF: Readonly<Record<OrgRecord['orgKind'], Audience>> = {
  agency: 'agency',
  school: 'agency',
  village: 'agency',
  front: 'front',
  party: 'front',
  association: 'front',
  enterprise: 'enterprise',
  cooperative: 'enterprise',
};
/** What a plan's words call the bodies of a kind where it names no body itself. */
const ROLE_OF: Readonly<Partial<Record<OrgRecord['orgKind'], string>>> = { village: 'villages', front: 'front' };

/** Bodies a movement's plan went to, and what each is asked for; before anybody chose, those below it by default. Front bodies are never ordered. */
export async function recipientsOf(
  deps: CaseworkDeps,
  provinceId: string,
  movementId: string,
  tx?: Tx,
): Promise<readonly { readonly orgId: string; readonly asked: Asked }[]> {
  const chosen = await deps.stores.recipients.ofMovement(provinceId, movementId, tx);
  if (chosen.length > 0) {
    return chosen.map(({ orgId, asked }) => ({ orgId, asked }));
  }
  const record = await deps.stores.movements.byId(provinceId, movementId, tx);
  const orgs = await deps.stores.people.orgs(provinceId, tx);
  const org = orgs.find((one) => one.id === record?.orgId);
  return record === undefined || org === undefined
    ? []
    : proposeRecipients(record.content, org, bodiesBelow(org, orgs, todayOf(deps)))
        .filter((one) => one.suggested)
        .map((one) => ({ orgId: one.org.id, asked: one.asked }));
}

/** Bodies directly under one that are there on the day; Sở Nội vụ runs the province's movements and is no recipient of them. */
export function bodiesBelow(org: OrgRecord, orgs: readonly OrgRecord[], day: string): readonly OrgRecord[] {
  const standing = (one: OrgRecord): boolean => org.kind === 'province' && one.kind === 'department' && /nội vụ/iu.test(one.name);
  return orgs.filter(
    (one) => one.parentId === org.id && !standing(one) && one.validFrom <= day && (one.validTo === null || one.validTo > day),
  );
}

/** Who could get the plan: everybody below, those whom it speaks of suggested, each with the words it rests on. */
export function proposeRecipients(
  movement: Pick<Movement, 'audiences' | 'roles'>,
  _org: OrgRecord,
  below: readonly OrgRecord[],
): readonly ProposedRecipient[] {
  return below.map((org) => {
    const fixed = mayNotBeOrdered(org);
    const said = spokenOf(movement, org);
    return {
      org,
      asked: fixed || AUDIENCE_OF[org.orgKind] === 'enterprise' ? 'cooperation' : 'duty',
      fixed,
      suggested: said !== undefined,
      reason: said ?? 'Kế hoạch không nêu đối tượng này',
    };
  });
}

/** Mặt trận Tổ quốc, party bodies and associations are no part of the executive: they are asked to join in. */
export function mayNotBeOrdered({ kind, orgKind }: Pick<OrgRecord, 'kind' | 'orgKind'>): boolean {
  return ['front', 'party'].includes(kind) || AUDIENCE_OF[orgKind] === 'front';
}

function spokenOf({ audiences, roles }: Pick<Movement, 'audiences' | 'roles'>, org: OrgRecord): string | undefined {
  const role = org.orgKind === 'front' && !/mặt trận|mttq/iu.test(org.name) ? undefined : ROLE_OF[org.orgKind];
  const named = roles.find((one) => sameBody(one.body, org.name)) ?? roles.find((one) => one.role === role);
  if (named !== undefined) {
    return `Được nêu trong kế hoạch: “${short(named.quote)}” (dòng ${String(named.line.from)})`;
  }
  const audience = audiences.find((one) => one.audience === AUDIENCE_OF[org.orgKind]);
  const below = org.level === 'XA' || org.level === 'HUYEN' || org.kind === 'department' ? audiences[0] : undefined;
  const found = audience ?? below;
  return found === undefined ? undefined : `Đối tượng thi đua: “${short(found.quote)}” (dòng ${String(found.line.from)})`;
}

/** 'Phòng Kinh tế' in a plan is 'Phòng Kinh tế xã Gia Phúc' among the bodies. */
function sameBody(said: string, name: string): boolean {
  const [a, b] = [plain(said), plain(name)];
  return a.length > 5 && (b === a || b.startsWith(`${a} `));
}

function plain(words: string): string {
  return words
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/\bubnd\b/gu, 'ủy ban nhân dân')
    .replace(/hoá/gu, 'hóa')
    .replace(/[–-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function short(quote: string): string {
  const letters = Array.from(quote);
  return letters.length <= 90 ? quote : `${letters.slice(0, 87).join('')}…`;
}
