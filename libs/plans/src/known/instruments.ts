/** An instrument of law or policy as far as a plan's citations are checked against it; days are inclusive. */
export interface Instrument {
  readonly symbol: string;
  readonly date: string | null;
  readonly from: string | null;
  /** The last day in force; null = no end known. */
  readonly to: string | null;
  readonly replacedBy: string | null;
  readonly citation: string;
  readonly confirmed: boolean;
}

/** Rows of the law reference, section 1.1 and 10. The caller may give more. */
export const INSTRUMENTS: readonly Instrument[] = [
  {
    symbol: '98/2023/NĐ-CP',
    date: '2023-12-31',
    from: '2024-01-01',
    to: '2025-06-30',
    replacedBy: '152/2025/NĐ-CP',
    citation: 'khoản 2 Điều 59 Nghị định số 152/2025/NĐ-CP',
    confirmed: true,
  },
  {
    symbol: '152/2025/NĐ-CP',
    date: '2025-06-14',
    from: '2025-07-01',
    to: '2027-02-28',
    replacedBy: null,
    citation: 'khoản 1 Điều 60 Nghị định số 152/2025/NĐ-CP',
    confirmed: true,
  },
  {
    symbol: '01/2024/TT-BNV',
    date: '2024-02-24',
    from: null,
    to: '2025-08-04',
    replacedBy: '15/2025/TT-BNV',
    citation: 'Thông tư số 15/2025/TT-BNV ngày 04/8/2025',
    confirmed: false,
  },
  {
    symbol: '15/2025/TT-BNV',
    date: '2025-08-04',
    from: '2025-08-05',
    to: null,
    replacedBy: null,
    citation: 'Thông tư số 15/2025/TT-BNV ngày 04/8/2025',
    confirmed: false,
  },
  {
    symbol: '91/2017/NĐ-CP',
    date: '2017-07-31',
    from: '2017-10-01',
    to: '2023-12-31',
    replacedBy: '98/2023/NĐ-CP',
    citation: 'Nghị định số 98/2023/NĐ-CP ngày 31/12/2023',
    confirmed: false,
  },
  {
    symbol: '57-NQ/TW',
    date: '2024-12-22',
    from: null,
    to: null,
    replacedBy: null,
    citation: 'Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị',
    confirmed: true,
  },
  {
    symbol: '71/NQ-CP',
    date: '2025-04-01',
    from: null,
    to: null,
    replacedBy: null,
    citation: 'Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ',
    confirmed: true,
  },
  {
    symbol: '923/QĐ-TTg',
    date: '2025-05-14',
    from: null,
    to: null,
    replacedBy: null,
    citation: 'Quyết định số 923/QĐ-TTg ngày 14/5/2025 của Thủ tướng Chính phủ',
    confirmed: true,
  },
];
