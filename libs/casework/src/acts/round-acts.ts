import type { Act } from './act';
import { boSungTw } from './bo-sung-tw';
import { banGiao } from './ban-giao';
import { capSo } from './cap-so';
import { dongNhan } from './dong-nhan';
import { ghiGui } from './ghi-gui';
import { kiemPhieu } from './kiem-phieu';
import { ky } from './ky';
import { kyQuyetDinh } from './ky-quyet-dinh';
import { moPhien } from './mo-phien';
import { soanLai } from './soan-lai';
import { thamDinh } from './tham-dinh';
import { thongNhat } from './thong-nhat';
import { tongHopGopY } from './tong-hop-gop-y';
import { traLoiTw } from './tra-loi-tw';
import { traLoiYKien } from './tra-loi-y-kien';

/** Steps of rounds, and the signing and numbering of every level, by form id. */
export const ROUND_ACTS: Readonly<Record<string, Act>> = {
  'dong-nhan': dongNhan,
  'tham-dinh': thamDinh,
  'mo-phien': moPhien,
  'kiem-phieu': kiemPhieu,
  ky,
  'ky-quyet-dinh': kyQuyetDinh,
  'cap-so': capSo,
  'soan-lai': soanLai,
  'ghi-gui': ghiGui,
  'bo-sung-tw': boSungTw,
  'tra-loi-y-kien': traLoiYKien,
  'tong-hop-gop-y': tongHopGopY,
  'tra-loi-tw': traLoiTw,
  'thong-nhat': thongNhat,
  'ban-giao': banGiao,
};
