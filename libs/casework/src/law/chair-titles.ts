import { today } from '@thidua/runtime';
import type { CaseworkDeps } from '../deps';

/** Titles of the chairs in office over a commune, by level: 'Chủ tịch UBND xã Gia Phúc'. */
export async function chairTitles(
  { stores, clock }: Pick<CaseworkDeps, 'stores' | 'clock'>,
  provinceId: string,
  communeId: string | null,
): Promise<Readonly<Partial<Record<string, string>>>> {
  const { province } = await stores.people.seats(provinceId);
  const titleOf = async (orgId: string | null | undefined): Promise<string | undefined> => {
    const post =
      orgId === null || orgId === undefined
        ? undefined
        : (await stores.people.holders(provinceId, { orgId, role: 'chair' }, today(clock)))[0];
    return post?.title;
  };
  const [xa, tinh] = [await titleOf(communeId), await titleOf(province?.id)];
  return { ...(xa === undefined ? {} : { XA: xa }), ...(tinh === undefined ? {} : { TINH: tinh }) };
}
