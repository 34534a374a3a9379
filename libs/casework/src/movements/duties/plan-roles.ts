import type { Movement } from '@thidua/awards';
import { dayOf, formatLocalDate } from '@thidua/kernel';
import type { OrgRecord, Tx } from '@thidua/store';
import type { CaseworkDeps } from '../../deps';
import type { MovementAtHand } from '../movement-at-hand';

type PlanRole = Movement['roles'][number];

/** What a body's name goes on with where a plan stops: the place it stands in, or that place's name. */
const TIERS = '(xã|phường|đặc khu|thị trấn|thị xã|huyện|quận|tỉnh|thành phố)';
const OF_A_PLACE = new RegExp(`^${TIERS} `, 'u');
const UP_TO_A_PLACE = new RegExp(` ${TIERS}$`, 'u');

/** Mặt trận, Party and associations are asked to join in, never ordered. */
export function isAskedOnly({ kind, orgKind }: Pick<OrgRecord, 'kind' | 'orgKind'>): boolean {
  return kind === 'front' || kind === 'party' || orgKind === 'front' || orgKind === 'association' || orgKind === 'party';
}

/** Bodies a movement may give something to do: whoever carries it out and whatever stands directly below. */
export async function bodiesOf(
  { stores, clock }: Pick<CaseworkDeps, 'stores' | 'clock'>,
  { org, standing }: MovementAtHand,
  tx?: Tx,
): Promise<readonly OrgRecord[]> {
  const orgs = await stores.people.orgsAsOf(org.provinceId, formatLocalDate(dayOf(clock.nowMs())), tx);
  const own = new Set([org.id, standing.id]);
  return orgs.filter((one) => own.has(one.id) || (one.parentId !== null && own.has(one.parentId) && one.kind !== 'ministry'));
}

/** The body that a plan's words mean, where one bears that name: 'Phòng Kinh tế' is 'Phòng Kinh tế xã Gia Phúc', and nothing is guessed. */
export function bodyMeant<Body extends { readonly name: string }>(words: string, bodies: readonly Body[]): Body | undefined {
  const wanted = plain(words);
  if (wanted === '') {
    return undefined;
  }
  const found = bodies.filter((body) => {
    const name = plain(body.name);
    return (
      name === wanted || (name.startsWith(`${wanted} `) && (UP_TO_A_PLACE.test(wanted) || OF_A_PLACE.test(name.slice(wanted.length + 1))))
    );
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Bodies by what they are there for: those the plan gives communication to stand in front and are chosen. */
export async function communicatorsOf(
  deps: Pick<CaseworkDeps, 'stores' | 'clock'>,
  movement: MovementAtHand,
): Promise<readonly { readonly id: string; readonly name: string; readonly ofPlan: boolean }[]> {
  const bodies = await bodiesOf(deps, movement);
  const meant = rolesOf(movement.record.content, 'communication').flatMap((role) => bodyMeant(role.body, bodies)?.id ?? []);
  return bodies.map(({ id, name }) => ({ id, name, ofPlan: meant.includes(id) })).toSorted((a, b) => Number(b.ofPlan) - Number(a.ofPlan));
}

export function rolesOf({ roles }: Pick<Movement, 'roles'>, role: string): readonly PlanRole[] {
  return roles.filter((one) => one.role === role);
}

function plain(words: string): string {
  return words
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/\s*[-–]\s*/gu, ' - ')
    .replace(/hoá/gu, 'hóa')
    .replace(/uỷ/gu, 'ủy')
    .replace(/mặt trận tổ quốc/gu, 'mttq')
    .replace(/\s+/gu, ' ')
    .trim();
}
