/** What a template may call, for people who write one. */
export interface HelperDoc {
  readonly name: string;
  readonly call: string;
  readonly says: string;
  /** What the call of `call` prints. */
  readonly prints: string;
}

const of = (name: string, call: string, says: string, prints: string): HelperDoc => ({ name, call, says, prints });

/** The published list: every helper of the compiler and no other (a test holds them together). */
export const HELPER_DOCS: readonly HelperDoc[] = [
  of('if', '{{#if appraisal}}…{{else}}…{{/if}}', 'In phần giữa khi trường có nội dung', '…'),
  of('unless', '{{#unless pastTitles}}không{{/unless}}', 'In phần giữa khi trường trống', 'không'),
  of(
    'each',
    '{{#each grounds}}<p>{{this}};</p>{{/each}}',
    'Lặp lại cho từng mục của danh sách; {{@index}}, {{@first}}, {{@last}} cho biết vị trí',
    '…',
  ),
  of('with', '{{#with frame}}{{place}}{{/with}}', 'Đi vào một nhóm trường; {{../subject}} quay ra ngoài', 'Gia Phúc'),
  of('opt', '{{opt row.note}}', 'Trường không bắt buộc: không có thì in trống, hoặc in chữ ghi ở sau, thay vì báo lỗi', ''),
  of('eq', '{{#if (eq nominee.kind "individual")}}…{{/if}}', 'Đúng khi hai giá trị bằng nhau', '…'),
  of('not', '{{#if (not rows)}}…{{/if}}', 'Đúng khi trường trống', '…'),
  of('and', '{{#if (and rows grounds)}}…{{/if}}', 'Đúng khi cả hai có nội dung', '…'),
  of('or', '{{#if (or rows grounds)}}…{{/if}}', 'Đúng khi một trong hai có nội dung', '…'),
  of('dateWords', '{{dateWords "2026-03-02"}}', 'Ngày bằng chữ, thêm số 0 theo Nghị định 30/2020', 'ngày 02 tháng 3 năm 2026'),
  of('dateShort', '{{dateShort "2026-03-02"}}', 'Ngày viết gọn', '02/3/2026'),
  of('money', '{{money 3510000}}', 'Số tiền có dấu chấm và chữ “đồng”', '3.510.000 đồng'),
  of('moneyWords', '{{moneyWords 3510000}}', 'Số tiền bằng chữ', 'Ba triệu năm trăm mười nghìn đồng'),
  of('digits', '{{digits 3510000}}', 'Số có dấu chấm ngăn hàng nghìn', '3.510.000'),
  of('padNumber', '{{padNumber 5}}', 'Thêm số 0 trước số dưới 10', '05'),
  of('percent', '{{percent 8 9}}', 'Tỷ lệ phần trăm, không làm tròn vượt ngưỡng', '88,9%'),
  of('upper', '{{upper "Ủy ban"}}', 'Chữ in hoa', 'ỦY BAN'),
  of('lower', '{{lower "Truy tặng"}}', 'Chữ đầu viết thường', 'truy tặng'),
  of('topic', '{{topic "Về việc đề nghị tặng Bằng khen"}}', 'Bỏ “Về việc”, viết hoa chữ đầu', 'Đề nghị tặng Bằng khen'),
  of('join', '{{join "Đề nghị tặng" "Giấy khen"}}', 'Nối các đoạn chữ bằng dấu cách', 'Đề nghị tặng Giấy khen'),
  of('ordinal', '{{ordinal @index}}', 'Số thứ tự đếm từ 1', '1'),
  of('lines', '{{#each (lines frame.body)}}{{this}}{{/each}}', 'Tách thành các dòng', '…'),
  of(
    'balanced',
    '{{#each (balanced subject 145)}}<div>{{this}}</div>{{/each}}',
    'Chia tiêu đề thành các dòng dài gần bằng nhau, không tách cụm từ; các số là bề rộng một dòng (mm) và cỡ chữ (14 khi không ghi)',
    '…',
  ),
  of(
    'ruleWidth',
    '<div class="rule" style="width:{{ruleWidth subject 145}}mm"></div>',
    'Độ dài (mm) của đường kẻ dưới tiêu đề đã chia dòng',
    '',
  ),
  of('qr', '<img alt="" src="{{qr frame.verifyUrl}}">', 'Ảnh mã QR của một địa chỉ', ''),
  of(
    'groups',
    '{{#each (groups rows) as |group|}}{{group.label}}{{#each group.rows as |row|}}…{{/each}}{{/each}}',
    'Chia danh sách thành tập thể, hộ gia đình, cá nhân',
    'I. TẬP THỂ…',
  ),
  of('counts', '{{counts rows}}', 'Số lượng theo đối tượng', '02 tập thể, 05 cá nhân'),
  of('awardTotals', '{{#each (awardTotals rows)}}{{award}} cho {{phrase}}{{/each}}', 'Số lượng theo từng hình thức khen thưởng', '…'),
  of('amountTotal', '{{money (amountTotal rows)}}', 'Tổng tiền thưởng của danh sách', '3.861.000 đồng'),
  of('nomineeColumns', '{{nomineeColumns rows}}', 'Số cột của bảng danh sách', '5'),
  of('anyHas', '{{#if (anyHas rows "amount")}}…{{/if}}', 'Đúng khi có dòng nào mang trường này', '…'),
];
