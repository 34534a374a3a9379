import type { RevocationGround } from '@thidua/store';

/** Grounds of R-23 (Luật Thi đua, khen thưởng, Điều 93) as papers and screens say them. */
export const GROUND_TEXTS: Readonly<Record<RevocationGround, string>> = {
  'false-declaration': 'Có hành vi gian dối trong việc kê khai thành tích để được khen thưởng',
  'false-papers': 'Cung cấp thông tin, tài liệu sai sự thật để được khen thưởng',
  'unlawful-appraisal': 'Thẩm định, xét, duyệt khen thưởng không đúng quy định của pháp luật',
  'standard-not-met':
    'Có kết luận, bản án của cơ quan có thẩm quyền về việc không đạt tiêu chuẩn, có vi phạm trong thời gian tính thành tích khen thưởng',
};
