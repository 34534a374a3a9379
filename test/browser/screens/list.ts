import type { Act } from './acts';
import type { Place } from './places';

/** One picture of docs/screens. Text for people is Vietnamese: it stands in the list of the folder. */
export interface Screen {
  /** File name without number and ending. */
  readonly name: string;
  /** The route of apps/web/src/app/router.tsx that it shows. */
  readonly route: string;
  /** User name of the demo; 'anyone' is not signed in, 'new-house' an installation without people. */
  readonly who: string;
  readonly what: string;
  /** Where the address has parts to fill in, or differs from the route. */
  readonly place?: Place;
  /** What is pressed before the picture is taken. */
  readonly act?: Act;
  /** Also at 360 px. */
  readonly phone?: true;
  /** Also in English. */
  readonly english?: true;
}

const UNIT = 'gp.ck.nguoilap';
const OFFICE = 'gp.chuyenvien';
const ADMIN = 'hp.quantri1';
const SECOND = 'hp.quantri2';
const DEPARTMENT = 'tn.snv.chuyenvien';

export const SCREENS: readonly Screen[] = [
  { name: 'dang-nhap', route: '/dang-nhap', who: 'anyone', what: 'Đăng nhập; ở bản dùng thử có danh sách vai', phone: true },
  { name: 'kich-hoat', route: '/kich-hoat', who: 'anyone', what: 'Mở tài khoản bằng mã kích hoạt', phone: true },
  { name: 'cai-dat', route: '/cai-dat', who: 'new-house', what: 'Cài đặt lần đầu: tỉnh và hai quản trị viên', phone: true },

  { name: 'viec-don-vi', route: '/viec', who: UNIT, what: 'Việc của người lập hồ sơ ở đơn vị', phone: true },
  { name: 'viec-phuong-xa', route: '/viec', who: OFFICE, what: 'Việc của chuyên viên Phòng Văn hóa - Xã hội', phone: true, english: true },
  { name: 'viec-thu-truong', route: '/viec', who: 'gp.mn.thutruong', what: 'Việc của thủ trưởng đơn vị', phone: true },
  {
    ...{ name: 'tiep-nhan', route: '/viec/$id', who: OFFICE, place: 'receiveTask', phone: true },
    what: 'Tiếp nhận, kiểm tra thành phần hồ sơ',
  },
  {
    name: 'bo-sung',
    route: '/viec/$id',
    who: 'mt.yt.nguoilap',
    place: 'supplementTask',
    phone: true,
    what: 'Đơn vị bổ sung hồ sơ bị trả lại',
  },
  { name: 'hop-binh-xet', route: '/viec/$id', who: 'vx.cn.nguoilap', place: 'meetingTask', what: 'Ghi kết quả họp bình xét của đơn vị' },
  {
    name: 'tham-dinh',
    route: '/viec/$id',
    who: 'mt.chuyenvien',
    place: 'appraiseTask',
    phone: true,
    what: 'Thẩm định từng trường hợp trong đợt xét',
  },
  { name: 'ky-to-trinh', route: '/viec/$id', who: 'gp.mn.thutruong', place: 'signTask', phone: true, what: 'Thủ trưởng ký tờ trình' },
  { name: 'cap-so', route: '/viec/$id', who: 'gp.htx.vanthu', place: 'numberTask', what: 'Văn thư cấp số tờ trình' },
  {
    name: 'bo-phieu',
    route: '/phien-hop/$id',
    who: 'vx.uyvien6',
    place: 'session',
    phone: true,
    what: 'Phiếu kín của một thành viên Hội đồng',
  },
  {
    name: 'phien-hop',
    route: '/phien-hop/$id',
    who: 'vx.thuky',
    place: 'session',
    phone: true,
    what: 'Phiên họp đang bỏ phiếu: ai đã bỏ, không thấy lựa chọn',
  },

  { name: 'ho-so', route: '/ho-so', who: OFFICE, what: 'Hồ sơ gửi đến xã' },
  {
    name: 'ho-so-chi-tiet',
    route: '/ho-so/$id',
    who: OFFICE,
    place: 'dossier',
    what: 'Một hồ sơ: đang ở đâu, ai giữ, văn bản, sơ đồ',
    phone: true,
    english: true,
  },
  { name: 'lap-ho-so', route: '/ho-so/moi', who: UNIT, what: 'Lập hồ sơ đề nghị khen thưởng', phone: true },
  { name: 'nhap-thay', route: '/nhap-thay', who: OFFICE, what: 'Nhập thay hồ sơ giấy' },
  { name: 'dot-xet', route: '/dot-xet', who: OFFICE, what: 'Các đợt xét' },
  { name: 'dot-xet-chi-tiet', route: '/dot-xet/$id', who: OFFICE, place: 'round', what: 'Một đợt xét đã có quyết định' },
  {
    name: 'chuan-bi-phien-hop',
    route: '/dot-xet/$id/phien-hop',
    who: 'vx.thuky',
    place: 'sessionPlan',
    what: 'Chương trình phiên họp Hội đồng',
  },
  { name: 'quy-khen-thuong', route: '/quy-khen-thuong', who: 'gp.chutich', what: 'Quỹ thi đua, khen thưởng' },
  { name: 'so-van-ban', route: '/so-van-ban', who: 'gp.vanthu', what: 'Sổ đăng ký văn bản đi' },
  { name: 'phoi', route: '/phoi', who: OFFICE, place: 'blanks', what: 'Phôi giấy khen của cơ quan' },
  { name: 'phoi-chi-tiet', route: '/phoi/$id', who: OFFICE, place: 'blank', what: 'Đặt chỗ in trên phôi' },
  { name: 'thanh-tich', route: '/thanh-tich', who: OFFICE, act: 'searchSubject', what: 'Tìm thành tích đã có' },
  { name: 'thanh-tich-chi-tiet', route: '/thanh-tich/$id', who: OFFICE, place: 'subject', what: 'Thành tích của một người' },
  { name: 'nhap-qua-khu', route: '/nhap-qua-khu', who: OFFICE, what: 'Nhập kết quả khen thưởng đã có' },
  { name: 'cum-khoi', route: '/cum-khoi', who: ADMIN, what: 'Cụm, khối thi đua' },
  { name: 'hop-cum-khoi', route: '/cum-khoi/luot/$id', who: 'gp.thcs.thutruong', place: 'clusterMeeting', what: 'Bỏ phiếu của cụm, khối' },
  { name: 'giao-ky-thay', route: '/giao-ky-thay', who: 'gp.chutich', what: 'Giao ký thay của mình' },
  { name: 'chu-ky-so', route: '/chu-ky-so', who: 'gp.chutich', what: 'Chứng thư số và chữ ký', phone: true },

  {
    name: 'tai-khoan',
    route: '/tai-khoan',
    who: 'gp.chutich',
    place: 'account',
    what: 'Tài khoản của mình: mật khẩu, lần đăng nhập',
    phone: true,
  },

  { name: 'phong-trao', route: '/phong-trao', who: OFFICE, what: 'Các phong trào thi đua' },
  { name: 'phong-trao-chi-tiet', route: '/phong-trao/$id', who: DEPARTMENT, place: 'movement', what: 'Một phong trào đang thực hiện' },
  {
    name: 'viec-phong-trao',
    route: '/phong-trao/viec/$id',
    who: DEPARTMENT,
    place: 'work',
    what: 'Một việc của phong trào: trình phát động',
  },
  { name: 'du-thao', route: '/phong-trao/du-thao', who: DEPARTMENT, place: 'drafts', what: 'Dự thảo kế hoạch' },
  {
    name: 'du-thao-chi-tiet',
    route: '/phong-trao/du-thao/$id',
    who: DEPARTMENT,
    place: 'draft',
    what: 'Đọc kế hoạch: mỗi nội dung cạnh câu chữ của nó',
  },
  { name: 'phat-dong', route: '/phong-trao/phat-dong/$draft', who: DEPARTMENT, place: 'launch', what: 'Trình phát động' },
  { name: 'dieu-chinh', route: '/phong-trao/dieu-chinh/$id/$draft', who: DEPARTMENT, place: 'amend', what: 'Trình điều chỉnh kế hoạch' },
  { name: 'thong-ke', route: '/thong-ke', who: OFFICE, what: 'Thống kê' },

  { name: 'quan-tri', route: '/quan-tri', who: ADMIN, what: 'Quản trị: mọi việc của quản trị viên', phone: true },
  { name: 'cac-buoc-cai-dat', route: '/cai-dat/cac-buoc', who: ADMIN, what: 'Các bước cài đặt, còn thiếu gì', phone: true },
  { name: 'nhap-danh-muc', route: '/nhap-danh-muc', who: ADMIN, what: 'Nhập danh mục từ bảng tính', phone: true },
  { name: 'to-chuc', route: '/to-chuc', who: ADMIN, what: 'Cây tổ chức', phone: true },
  { name: 'to-chuc-chi-tiet', route: '/to-chuc/$id', who: ADMIN, place: 'body', what: 'Một cơ quan qua thời gian', phone: true },
  { name: 'sap-nhap', route: '/to-chuc/sap-nhap', who: ADMIN, what: 'Sắp xếp, sáp nhập', phone: true },
  { name: 'nhan-su', route: '/nhan-su', who: ADMIN, place: 'people', what: 'Nhân sự, chức danh, tài khoản', phone: true },
  { name: 'hoi-dong', route: '/hoi-dong', who: ADMIN, what: 'Thành viên Hội đồng theo quyết định', phone: true },
  { name: 'giao-ky-thay-tat-ca', route: '/giao-ky-thay/tat-ca', who: ADMIN, what: 'Mọi việc giao ký thay', phone: true },
  {
    name: 'quy-trinh',
    route: '/quy-trinh',
    who: ADMIN,
    place: 'processes',
    what: 'Quy trình và các phiên bản',
    phone: true,
    english: true,
  },
  {
    name: 'quy-trinh-sua',
    route: '/quy-trinh/$id',
    who: ADMIN,
    place: 'editedDiagram',
    act: 'selectTask',
    what: 'Sửa sơ đồ: thuộc tính của một bước',
  },
  { name: 'quy-trinh-loi', route: '/quy-trinh/$id', who: SECOND, place: 'brokenDiagram', what: 'Kiểm tra sơ đồ: lỗi và cách sửa' },
  {
    name: 'quy-trinh-cho-ban-hanh',
    route: '/quy-trinh/$id',
    who: SECOND,
    place: 'proposedDiagram',
    what: 'Bản chờ người thứ hai ban hành',
  },
  { name: 'so-sanh', route: '/quy-trinh/$id/so-sanh/$voi', who: SECOND, place: 'comparison', what: 'Hai phiên bản cạnh nhau' },
  { name: 'chay-thu', route: '/quy-trinh/$id/chay-thu', who: SECOND, place: 'whatIf', what: 'Chạy thử trên hồ sơ đang chạy' },
  { name: 'goi-quy-dinh', route: '/goi-quy-dinh', who: ADMIN, what: 'Gói quy định', phone: true },
  { name: 'ma-tran', route: '/goi-quy-dinh/ma-tran', who: ADMIN, what: 'Ma trận thẩm quyền', phone: true },
  { name: 'lich-lam-viec', route: '/lich-lam-viec', who: ADMIN, what: 'Lịch làm việc, thời hạn', phone: true },
  { name: 'mau-van-ban', route: '/mau-van-ban', who: ADMIN, what: 'Mẫu văn bản' },
  { name: 'mau-van-ban-loai', route: '/mau-van-ban/$kind', who: ADMIN, place: 'paperKind', what: 'Một loại văn bản: trường và mẫu' },
  { name: 'mau-van-ban-sua', route: '/mau-van-ban/$kind/$id', who: ADMIN, place: 'template', what: 'Soạn mẫu riêng' },
  { name: 'su-co', route: '/su-co', who: ADMIN, place: 'incidents', what: 'Sự cố', phone: true },
  { name: 'su-co-chi-tiet', route: '/su-co/$id', who: ADMIN, place: 'incident', what: 'Một sự cố: nguyên nhân, diễn biến, chuyển việc' },
  { name: 'su-co-ho-so', route: '/su-co/$kind/$id', who: ADMIN, place: 'matter', what: 'Hồ sơ của sự cố, như quản trị viên được xem' },
  { name: 'hang-doi', route: '/hang-doi', who: ADMIN, what: 'Hàng đợi', phone: true },
  { name: 'nhat-ky', route: '/nhat-ky', who: ADMIN, what: 'Nhật ký toàn tỉnh: tra cứu, kiểm tra chuỗi', phone: true },

  { name: 'tra-cuu', route: '/tra-cuu', who: 'anyone', what: 'Ai cũng tra cứu được: kiểm tra tệp', phone: true },
  {
    name: 'tra-cuu-van-ban',
    route: '/tra-cuu/$token',
    who: 'anyone',
    place: 'issuedPaper',
    what: 'Mã QR trên văn bản dẫn đến đây',
    phone: true,
  },
  { name: 'cong-khai', route: '/cong-khai/$token', who: 'anyone', place: 'publicNotice', what: 'Công khai lấy ý kiến', phone: true },
  {
    name: 'xac-nhan',
    route: '/xac-nhan/$token',
    who: 'anyone',
    place: 'nomineeReport',
    what: 'Người được đề nghị xác nhận báo cáo thành tích',
    phone: true,
  },
];

/** Routes that need no picture, and why. */
export const WITHOUT_PICTURE: Readonly<Record<string, string>> = {
  '/': 'chuyển ngay sang /viec',
};
