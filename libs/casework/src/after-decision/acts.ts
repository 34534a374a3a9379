import type { Act } from '../acts/act';
import type { JobVerb } from '../jobs/job-verb';
import { applyChange } from './apply-change';
import { closeRevocation, keepAward, proposeRevocation } from './end-revocation';
import { kyHuyBo } from './ky-huy-bo';
import { kyVanBan } from './ky-van-ban';
import { chuyenHienVat, congKhaiHuyBo, donDocThuHoi, guiHuyBo, thuHoiHienVat } from './recovery-acts';
import { revokeAward } from './revoke-award';

/** By form id. */
export const AFTER_ACTS: Readonly<Record<string, Act>> = {
  'ky-huy-bo': kyHuyBo,
  'thu-hoi-hien-vat': thuHoiHienVat,
  'cong-khai-huy-bo': congKhaiHuyBo,
  'gui-huy-bo': guiHuyBo,
  'chuyen-hien-vat': chuyenHienVat,
  'don-doc-thu-hoi': donDocThuHoi,
  'ky-van-ban': kyVanBan,
};

/** By job type. */
export const AFTER_VERBS = {
  'propose-revocation': proposeRevocation,
  'revoke-award': revokeAward,
  'keep-award': keepAward,
  'close-revocation': closeRevocation,
  'apply-change': applyChange,
} as const satisfies Readonly<Record<string, JobVerb>>;
