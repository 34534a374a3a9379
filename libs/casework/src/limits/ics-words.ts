import type { IcsProblem, IcsRefusal } from '@thidua/awards';

const dayText = (day: string): string => day.split('-').reverse().join('/');

/** Why an event of a calendar file is left out, in a sentence that says what to do. */
export function icsProblemText({ code, detail }: IcsProblem): string {
  switch (code) {
    case 'name-missing':
      return `Ngày ${dayText(detail)} không có tên (SUMMARY); nhập ngày này bằng tay.`;
    case 'date-wrong':
      return detail === '' ? 'Sự kiện không có ngày bắt đầu (DTSTART).' : `Không phải ngày có trong lịch: “${detail}”.`;
    case 'zone-unknown':
      return `Không biết múi giờ “${detail}”; lưu tệp theo giờ Việt Nam hoặc theo ngày rồi nhập lại.`;
    case 'timed':
      return 'Sự kiện theo giờ, không phải nghỉ trọn ngày theo giờ Việt Nam.';
    case 'too-long':
      return `Sự kiện dài ${detail} ngày; không phải ngày nghỉ.`;
    case 'ends-before':
      return 'Ngày kết thúc không sau ngày bắt đầu.';
    case 'recurrence-not-read':
      return `Chỉ đọc sự kiện lặp hằng năm hoặc hằng ngày có hạn cuối; không đoán quy tắc “${detail}”. Nhập từng ngày bằng tay.`;
    case 'cancelled':
      return 'Sự kiện đã hủy.';
    case 'year-unknown':
      return `Ngày ${dayText(detail)} thuộc năm chưa có lịch công bố.`;
    case 'day-twice':
      return `Ngày ${dayText(detail)} đã có sự kiện khác trong tệp; giữ sự kiện đứng trước.`;
  }
}

/** Why a file is not read at all. */
export function icsRefusalText(refusal: IcsRefusal): string {
  switch (refusal.code) {
    case 'not-a-calendar':
      return 'Tệp không phải lịch iCalendar: dòng đầu phải là BEGIN:VCALENDAR. Xuất lịch ở dạng .ics rồi chọn lại.';
    case 'empty':
      return 'Tệp lịch không có sự kiện nào.';
    case 'broken':
      return `Tệp lịch hỏng ở dòng ${refusal.line}: có phần mở mà không đóng. Tải lại tệp từ nơi xuất lịch.`;
    case 'too-many':
      return `Tệp có ${refusal.events} sự kiện; chỉ nhận tệp tối đa 2.000 sự kiện. Xuất riêng các ngày nghỉ rồi chọn lại.`;
  }
}
