import type { JsonObject } from '@thidua/kernel';
import { objectOf } from './plain';

/** Papers that people show to others: they carry a QR code to the public page about them. */
const WITH_CODE = new Set(['giay-khen', 'bang-khen', 'giay-cap-lai']);

/** The data a paper is rendered from: a decision or certificate gets the address of its public page, which its frozen data do not hold. */
export function withVerifyUrl(
  data: JsonObject,
  { kind, token, publicUrl }: { readonly kind: string; readonly token: string; readonly publicUrl: string | null },
): JsonObject {
  const shown = WITH_CODE.has(kind) || kind === 'quyet-dinh' || kind.startsWith('quyet-dinh-');
  return shown && publicUrl !== null && token !== ''
    ? { ...data, frame: { ...objectOf(data['frame']), verifyUrl: `${publicUrl}/tra-cuu/${token}` } }
    : data;
}
