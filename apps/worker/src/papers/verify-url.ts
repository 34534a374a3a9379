import type { CaseworkDeps } from '@thidua/casework';
import type { JsonObject } from '@thidua/kernel';
import { objectOf } from './plain';

/** Papers that people show to others: they carry a QR code to the public page about them. */
function carriesCode(kind: string): boolean {
  return ['giay-khen', 'bang-khen', 'giay-cap-lai', 'quyet-dinh'].includes(kind) || kind.startsWith('quyet-dinh-');
}

/**
 * The data a paper is rendered from: a decision or certificate gets the address of its public page. Its frozen data do not hold it, so
 * that the same facts have the same hash wherever they are printed.
 */
export async function withVerifyUrl(
  { publicUrl, stores }: Pick<CaseworkDeps, 'publicUrl' | 'stores'>,
  { provinceId, paperId, kind, data }: { provinceId: string; paperId: string | null; kind: string; data: JsonObject },
): Promise<JsonObject> {
  if (publicUrl === null || paperId === null || !carriesCode(kind)) {
    return data;
  }
  const paper = await stores.papers.byId(provinceId, paperId);
  return paper === undefined
    ? data
    : { ...data, frame: { ...objectOf(data['frame']), verifyUrl: `${publicUrl}/tra-cuu/${paper.verifyToken}` } };
}
