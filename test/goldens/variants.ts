import type { PaperKind } from '@thidua/documents';
import type { Variant } from './goldens';
import { HUYEN, PHUONG, TINH, XA_TINH } from './places';
import { MOVEMENT_REPORT_VARIANTS } from './movement-report-variants';
import { REPORT_VARIANTS } from './report-variants';

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
  'bien-ban-binh-xet': { phuong },
  'bien-ban-cum': { tinh },
  'bang-chi-thuong': { phuong, huyen },
  'giay-tiep-nhan': { phuong },
  'phieu-yeu-cau-bo-sung': { phuong },
  'phieu-tu-choi': { phuong },
  'thong-bao-tu-choi': { phuong },
  'cong-van-xac-nhan': { phuong },
  'to-trinh-huy-bo': { phuong },
  'quyet-dinh-huy-bo': { phuong },
  'quyet-dinh-thu-hoi': { huyen },
  'tom-tat-thanh-tich': { phuong },
  'thong-bao-cong-khai': { tinh },
  'cong-van-xin-y-kien': { tinh },
  'thong-bao-ket-qua': { tinh },
  'bao-cao-thanh-tich': REPORT_VARIANTS,
  'phieu-bieu-quyet': {
    phuong,
    'cong-khai': {
      patch: {
        secret: false,
        frame: { signature: { lines: ['NGƯỜI BIỂU QUYẾT'], name: '', note: null } },
        sheets: [{ member: { name: 'Tạ Đình Lộc', title: 'Phó Chủ tịch Hội đồng' } }],
      },
    },
  },
  'phieu-xin-y-kien': { phuong },
  'xac-nhan-sang-kien': {
    tinh: {
      words: TINH,
      patch: {
        confirmer: 'Chủ tịch Ủy ban nhân dân tỉnh Thái Nguyên',
        frame: {
          body: 'ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN',
          place: 'Thái Nguyên',
          signature: { lines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Ngô Thanh Hà', note: null },
        },
        purpose: 'làm căn cứ xét, đề nghị tặng danh hiệu Chiến sĩ thi đua cấp tỉnh năm 2025 cho các tác giả có tên trên',
      },
    },
  },
  'phieu-xin-loi': { phuong },
  'cong-van-don-doc': { tinh },
  'quyet-dinh-thanh-lap-hoi-dong': {
    phuong,
    'kien-toan': {
      patch: {
        subject: 'Về việc kiện toàn Hội đồng Thi đua - Khen thưởng xã Gia Phúc',
        replaces: { name: 'Quyết định', number: '45', symbol: 'QĐ-UBND', date: '2025-07-10', body: 'Chủ tịch Ủy ban nhân dân xã Gia Phúc' },
        frame: { number: '9', date: '2026-01-08' },
      },
    },
  },
  'quyet-dinh-doan-kiem-tra': { phuong },
  'bien-ban-kiem-tra': { phuong, 'don-vi-da-ky': { patch: { representativeNote: 'Đã ký trên hệ thống\n21/4/2026 11:20' } } },
  'ket-luan-kiem-tra': { phuong },
  'ke-hoach-phong-trao': {
    phuong,
    'khong-giai-doan': { patch: { phases: [], targets: [], dossier: [], unitPlans: '' } },
  },
  'bao-cao-phong-trao': MOVEMENT_REPORT_VARIANTS,
  'kich-ban-trao-thuong': { phuong },
  'danh-sach-vinh-danh': { phuong },
  'ke-hoach-kiem-tra': { phuong },
  'thong-bao-kiem-tra': { phuong },
  'bien-ban-cham-diem': { phuong, 'khong-doi': { patch: { changes: [], missing: [], ties: [], opinions: [] } } },
  'bang-cham-diem': { phuong },
  'ke-hoach-dieu-chinh': { phuong, tinh },
  'cong-van-phoi-hop': { phuong },
  'thong-bao-mo-dot': {
    phuong,
    'dot-xuat': { patch: { criteria: [], dossier: [], chain: [], registerBy: '', note: '' } },
  },
  'phieu-dang-ky-thi-dua': { phuong },
  'phieu-gioi-thieu-dien-hinh': {
    phuong,
    'chua-dong-y': { patch: { consent: { given: false, by: '', date: '', withPhoto: false }, spread: [], attachments: [] } },
  },
  'giay-moi': {
    phuong,
    tinh: {
      words: TINH,
      patch: {
        host: 'Ủy ban nhân dân tỉnh Thái Nguyên',
        chair: 'Chủ tịch Ủy ban nhân dân tỉnh Thái Nguyên',
        place: 'Trung tâm Hội nghị tỉnh Thái Nguyên',
        frame: {
          body: 'ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN',
          place: 'Thái Nguyên',
          signature: { lines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Ngô Thanh Hà', note: null },
          recipients: ['Như trên', 'Lưu: VT, SNV'],
        },
      },
    },
  },
};
