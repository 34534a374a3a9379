import type { Act } from './act';
import { boSungTw } from './bo-sung-tw';
import { capSo } from './cap-so';
import { dongNhan } from './dong-nhan';
import { ghiGui } from './ghi-gui';
import { kiemPhieu } from './kiem-phieu';
import { ky } from './ky';
import { moPhien } from './mo-phien';
import { soanLai } from './soan-lai';
import { thamDinh } from './tham-dinh';

/** Steps of rounds, and the signing and numbering of every level, by form id. */
export const ROUND_ACTS: Readonly<Record<string, Act>> = {
  'dong-nhan': dongNhan,
  'tham-dinh': thamDinh,
  'mo-phien': moPhien,
  'kiem-phieu': kiemPhieu,
  ky,
  'cap-so': capSo,
  'soan-lai': soanLai,
  'ghi-gui': ghiGui,
  'bo-sung-tw': boSungTw,
};
