import type { WorkView } from '@thidua/contract';
import { expectThat } from '../cases/case';
import type { Decider } from './proposals';

type WorkKind = WorkView['kind'];

/** Kinds a hồ sơ has in its unit's hands when it ends, by who decides it; without the certificate, which depends on the award. */
const SENT = ['bien-ban-binh-xet', 'bao-cao-thanh-tich', 'to-trinh', 'danh-sach', 'bo-ho-so', 'giay-tiep-nhan'];
const MINUTES = ['bien-ban-kiem-phieu', 'bien-ban-hoi-dong'];

export const DOSSIER_PAPERS: Readonly<Record<Decider, readonly string[]>> = {
  own: ['bien-ban-binh-xet', 'bao-cao-thanh-tich', 'quyet-dinh', 'giay-khen', 'thong-bao-ket-qua'],
  commune: [...SENT, ...MINUTES, 'quyet-dinh', 'giay-khen', 'thong-bao-ket-qua'],
  province: [...SENT, ...MINUTES, 'quyet-dinh', 'bang-khen', 'thong-bao-ket-qua'],
  centre: [...SENT, ...MINUTES, 'thong-bao-ket-qua'],
};

/** What a body's round is about; `up`: it puts forward, `decides`: its chair decides. */
export type RoundOf = 'commune-decides' | 'commune-up' | 'commune-both' | 'province-decides' | 'province-up' | 'province-both';

const COUNCIL = ['phieu-tham-dinh', 'bang-tong-hop', ...MINUTES];

export const ROUND_PAPERS: Readonly<Record<RoundOf, readonly string[]>> = {
  'commune-decides': [...COUNCIL, 'quyet-dinh', 'giay-khen'],
  'commune-up': [...COUNCIL, 'to-trinh', 'danh-sach'],
  'commune-both': [...COUNCIL, 'to-trinh', 'danh-sach', 'quyet-dinh', 'giay-khen'],
  'province-decides': [...COUNCIL, 'to-trinh', 'quyet-dinh', 'bang-khen'],
  'province-up': [...COUNCIL, 'to-trinh', 'danh-sach'],
  'province-both': [...COUNCIL, 'to-trinh', 'danh-sach', 'quyet-dinh', 'bang-khen'],
};

/** What each work of a movement leaves, by its kind, in the order of a movement's life. */
export const WORK_PAPERS: Readonly<Partial<Record<WorkKind, readonly string[]>>> = {
  plan: ['ke-hoach-phong-trao'],
  'unit-plan': ['ke-hoach-phong-trao'],
  inspection: ['ke-hoach-kiem-tra', 'quyet-dinh-doan-kiem-tra'],
  'inspected-unit': ['thong-bao-kiem-tra', 'bien-ban-kiem-tra', 'ket-luan-kiem-tra'],
  scoring: ['bang-cham-diem', 'bien-ban-cham-diem'],
  'report-call': ['bao-cao-phong-trao'],
  occasion: ['thong-bao-mo-dot'],
};

export function demandPapers(code: string, made: readonly string[], wanted: readonly string[]): void {
  const missing = wanted.filter((kind) => !made.includes(kind));
  expectThat(missing.length === 0, `${code} đủ văn bản, còn thiếu ${missing.join(', ')}; có ${[...new Set(made)].join(', ')}`);
}
