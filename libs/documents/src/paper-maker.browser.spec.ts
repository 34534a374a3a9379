import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PaperCheckFailed } from './errors';
import { makeBundle } from './make-bundle';
import { PaperMaker } from './paper-maker';
import { PAPER_KINDS, type PaperDataOf, type PaperKind } from './papers/paper-data';

const ROOT = join(__dirname, '../../..');
const PAPERS = join(ROOT, 'workflows/papers');
const place = { cacheDir: join(ROOT, 'node_modules/.cache/thidua/chromium'), chromiumPath: 'bundled' };
const maker = new PaperMaker({ papersDir: PAPERS, ...place });

beforeAll(() => maker.warmUp(), 60_000);
afterAll(() => maker.close());

function sample<Kind extends PaperKind>(kind: Kind): PaperDataOf<Kind> {
  return JSON.parse(readFileSync(join(PAPERS, '1/samples', `${kind}.json`), 'utf8')) as PaperDataOf<Kind>;
}

/** What a reader looks for first; the whole text of every kind stands in test/goldens. */
const WORDS: Readonly<Partial<Record<PaperKind, readonly string[]>>> = {
  'bien-ban-binh-xet': ['BIÊN BẢN', 'Số: 03/BB-THGP', '32 1 2 35 91,4%', 'Lê Minh Đức'],
  'bao-cao-thanh-tich': ['BÁO CÁO THÀNH TÍCH', 'NGUYỄN THỊ ÁNH TUYẾT', 'XÁC NHẬN CỦA CẤP TRÌNH'],
  'to-trinh': ['TỜ TRÌNH', 'Số: 12/TTr-UBND', 'ngày 02 tháng 3 năm 2026', 'TM. ỦY BAN NHÂN DÂN', 'Vũ Đức Thịnh'],
  'danh-sach': ['DANH SÁCH', '(Kèm theo Tờ trình số 07/TTr-THGP ngày 02/3/2026'],
  'phieu-tham-dinh': ['PHIẾU THẨM ĐỊNH', 'HP-2026-000123', 'Thiếu dữ liệu', 'KT. GIÁM ĐỐC'],
  'bang-tong-hop': ['BẢNG TỔNG HỢP', 'Đặng Hoàng Ưu', 'Tạm dừng, chờ xác minh đơn'],
  'bien-ban-hoi-dong': ['HỘI ĐỒNG', 'Số: 05/BB-HĐTĐKT', '4 4 1 9 44,4%', 'Không đề nghị'],
  'bien-ban-kiem-phieu': ['BIÊN BẢN KIỂM PHIẾU', 'Không đạt', 'Tống Duy Anh'],
  'phieu-trinh': ['PHIẾU TRÌNH', 'Ý KIẾN CỦA NGƯỜI CÓ THẨM QUYỀN'],
  'quyet-dinh': ['QUYẾT ĐỊNH', 'Số: 57/QĐ-UBND', 'Điều 1.', 'Điều 3.', '1.404.000', 'Dữ liệu mẫu, cần cơ quan xác nhận: AU-05'],
  'giay-khen': ['GIẤY KHEN', 'Bà Nguyễn Thị Ánh Tuyết', 'Quyết định số: 57/QĐ-UBND'],
  'bang-khen': ['BẰNG KHEN', 'Tập thể Trường Tiểu học Gia Phúc', 'KT. CHỦ TỊCH'],
  'thong-bao-ket-qua': ['THÔNG BÁO', 'Được khen thưởng', 'Không khen thưởng', 'Tạm dừng'],
  'phieu-yeu-cau-bo-sung': ['PHIẾU YÊU CẦU BỔ SUNG', 'trước ngày 11/3/2026'],
  'muc-luc': ['MỤC LỤC HỒ SƠ', '03 văn bản, 08 trang'],
  'giay-tiep-nhan': ['GIẤY TIẾP NHẬN HỒ SƠ', '16/3/2026'],
  'thong-bao-cong-khai': [
    'Số: 31/TB-UBND',
    '10 ngày làm việc, từ ngày 06/3/2026 đến hết ngày 20/3/2026',
    '01 tập thể, 02 cá nhân',
    'mã k7Qw2TzN8b',
  ],
  'cong-van-xin-y-kien': ['Số: 402/SNV-TĐKT', 'V/v xin ý kiến', '- Thuế thành phố Hải Phòng;', 'trước ngày 19/3/2026', 'KT. GIÁM ĐỐC'],
  'cong-van-xac-nhan': ['V/v đề nghị xác nhận', 'Bùi Văn Lâm', 'Kính gửi: Ủy ban nhân dân xã Tân Lập'],
  'thong-bao-tu-choi': ['THÔNG BÁO', 'Tờ trình số 07/TTr-THCSGP', 'V-07', 'R-03: khoản 3 Điều 4'],
  'phieu-tu-choi': ['PHIẾU TỪ CHỐI TIẾP NHẬN', 'HP-GP-2026-0021', 'AW-COTINH', 'ĐẠI DIỆN ĐƠN VỊ NỘP'],
  'bien-ban-cum': ['CỤM THI ĐUA SỐ 3', '05/05 đơn vị thành viên', '1 Xã Gia Phúc 5 5 100%', 'không quá 20%'],
  'to-trinh-huy-bo': ['TỜ TRÌNH', 'hủy bỏ Quyết định số 57/QĐ-UBND ngày 05/3/2026', 'Kết luận thanh tra số 12/KL-TTr', '710.000'],
  'quyet-dinh-huy-bo': ['Hủy bỏ Quyết định số 57/QĐ-UBND', 'không phải thu hồi', 'Số: 163/QĐ-UBND'],
  'quyet-dinh-thu-hoi': ['tiền thưởng 710.000 đồng', 'trong thời hạn 15 ngày làm việc', 'nộp vào Quỹ thi đua, khen thưởng của xã Gia Phúc'],
  'quyet-dinh-dinh-chinh': ['Đính chính nội dung tại Quyết định số 57/QĐ-UBND', 'Trường Mầm non Gia Phúc', 'không thay đổi'],
  'cong-van-dinh-chinh': ['V/v đính chính Quyết định số 57/QĐ-UBND', 'Nguyễn Thị Ánh Tuyêt', 'lỗi đánh máy'],
  'quyet-dinh-huy-van-ban': ['Hủy bỏ Thông báo số 17/TB-UBND', 'không được cấp lại'],
  'ban-sao': ['SAO Y', 'Số: 05/SY-UBND', '02 trang', 'TL. CHỦ TỊCH', 'số bản sao: 03'],
  'giay-cap-lai': ['CẤP LẠI LẦN 1', 'bản cũ bị hư hỏng', 'GIẤY KHEN', 'Quyết định số: 57/QĐ-UBND'],
  'bang-chi-thuong': ['BẢNG CHI TIỀN THƯỞNG', '3.180.000', 'Ba triệu một trăm tám mươi nghìn đồng', 'NGƯỜI LẬP'],
  'tom-tat-thanh-tich': ['TÓM TẮT THÀNH TÍCH', 'ĐỖ VĂN KHÁNH', 'Điều 85 Luật Thi đua, khen thưởng'],
  'kich-ban-trao-thuong': ['KỊCH BẢN TRAO THƯỞNG', 'Lượt 3. Giấy khen', 'Truy tặng; gia đình đón nhận'],
  'bang-ten': ['Bà Nguyễn Thị Ánh Tuyết', 'Vũ Đức Thịnh'],
  'giay-moi': ['GIẤY MỜI', 'Số: 31/GM-UBND', 'trân trọng kính mời'],
  'chuong-trinh-hoi-nghi': ['CHƯƠNG TRÌNH', 'trao thưởng theo kịch bản'],
};

describe('the paper maker', () => {
  it.each(PAPER_KINDS)(
    'makes %s, and its text can be read back',
    async (kind) => {
      const paper = await maker.make({
        kind,
        version: 1,
        data: sample(kind),
        expect: {
          mustContain: [...(kind === 'bang-ten' ? [] : ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']), ...(WORDS[kind] ?? [])],
          minPages: 1,
          maxPages: 5,
        },
      });
      expect(Buffer.from(paper.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
      expect(paper.sha256).toMatch(/^[0-9a-f]{64}$/);
    },
    20_000,
  );

  it('numbers the pages from the second on and the annex by itself', async () => {
    const data = sample('quyet-dinh');
    const rows = Array.from({ length: 60 }, (_none, at) => ({ ...data.rows[3], index: at + 1, name: `Người thứ ${at + 1}` }));
    const grounds = Array.from({ length: 30 }, (_none, at) => `Căn cứ thứ ${at + 1} của Quyết định này`);
    const order = { kind: 'quyet-dinh', version: 1, data: { ...data, grounds, rows } as typeof data } as const;
    const paper = await maker.make({ ...order, expect: { mustContain: ['Người thứ 60'], minPages: 5, maxPages: 12 } });
    const heads = paper.text.split('\f').map((page) => /^\d+(?=\n)/.exec(page)?.[0] ?? '');
    const annex = paper.text.split('\f').findIndex((page) => page.includes('DANH SÁCH'));
    expect(annex).toBe(2);
    expect(heads.slice(0, 5)).toEqual(['', '2', '1', '2', '3']);
  }, 20_000);

  it('does not pass a paper that lacks a name', async () => {
    const expectations = { mustContain: ['Phạm Quang Hưng', 'Người Không Có'], minPages: 1, maxPages: 3 };
    const failure = maker.make({ kind: 'giay-khen', version: 1, data: sample('giay-khen'), expect: expectations });
    await expect(failure).rejects.toBeInstanceOf(PaperCheckFailed);
    await expect(failure).rejects.toMatchObject({ code: 'paper-check-failed', details: { missing: ['Người Không Có'], pages: 1 } });
  });

  it('joins papers behind a mục lục whose page numbers are right', async () => {
    const { frame, dossierCode, submitter, subject } = sample('muc-luc');
    const make = (kind: 'to-trinh' | 'quyet-dinh'): Promise<{ bytes: Uint8Array; pages: number }> =>
      maker.make({ kind, version: 1, data: sample(kind), expect: { mustContain: [], minPages: 1, maxPages: 9 } });
    const [first, second] = await Promise.all([make('to-trinh'), make('quyet-dinh')]);
    const bundle = await makeBundle(maker, {
      version: 1,
      contents: { frame, dossierCode, submitter, subject },
      parts: [
        { title: 'Tờ trình và danh sách', number: '12/TTr-UBND', date: '2026-03-02', bytes: first.bytes },
        { title: 'Quyết định khen thưởng', number: '57/QĐ-UBND', date: '2026-03-05', bytes: second.bytes },
      ],
    });
    const pages = bundle.text.split('\f');
    expect(bundle.pages).toBe(1 + first.pages + second.pages);
    expect(pages[0]).toContain('02 văn bản');
    expect(pages[1 + first.pages]).toContain('57/QĐ-UBND');
  }, 20_000);
});
