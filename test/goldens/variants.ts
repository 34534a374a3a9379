import type { PaperKind } from '@thidua/documents';
import type { Variant } from './goldens';
import { HUYEN, PHUONG, TINH, XA_TINH } from './places';

const phuong: Variant = { words: PHUONG };
const xaTinh: Variant = { words: XA_TINH };
const tinh: Variant = { words: TINH };
const huyen: Variant = { words: HUYEN };

/** By kind, then by name: only where heading, wording, signature or addressee differ from the sample. */
export const VARIANTS: Readonly<Partial<Record<PaperKind, Readonly<Record<string, Variant>>>>> = {
  'to-trinh': { phuong, huyen },
  'danh-sach': { phuong, huyen },
  'phieu-tham-dinh': { tinh },
  'bang-tong-hop': { tinh },
  'bien-ban-hoi-dong': { phuong, huyen },
  'bien-ban-kiem-phieu': { phuong },
  'phieu-trinh': { phuong, huyen },
  'quyet-dinh': { phuong, huyen, 'xa-tinh': xaTinh },
  'giay-khen': { phuong, huyen },
  'thong-bao-cong-khai': { tinh },
  'cong-van-xin-y-kien': { tinh },
  'thong-bao-ket-qua': { tinh },
};
