/** What every paper carries: who issues it, its number and date, who signs, who gets it. Dates are 'YYYY-MM-DD'. */
export interface Frame {
  /** Upper body in capitals, null for a body of the first rank in its place (a commune's or a province's UBND). */
  readonly parentBody: string | null;
  /** Issuing body in capitals; '\n' breaks the line: 'ỦY BAN NHÂN DÂN\nXÃ GIA PHÚC'. */
  readonly body: string;
  /** Null in a draft: 'Số:       /TTr-UBND'. */
  readonly number: string | null;
  /** 'TTr-UBND'; '' when this paper has no number line (reports, receipts, certificates). */
  readonly symbol: string;
  /** 'Gia Phúc'. */
  readonly place: string;
  /** Null in a draft: 'ngày … tháng … năm …'. */
  readonly date: string | null;
  readonly signature: Signature;
  /** Lines of 'Nơi nhận' without dash or end mark; the last is 'Lưu: VT, VHXH'. Empty prints no block. */
  readonly recipients: readonly string[];
  /** Ids of law rows not confirmed by an agency ('AU-05'); not empty prints the banner. */
  readonly unconfirmedRows: readonly string[];
  /** True prints the line 'Bản mô phỏng, không có giá trị pháp lý'. */
  readonly simulated: boolean;
  /** Across the page of a paper made under a pack that is a simulation itself: 'MÔ PHỎNG'. */
  readonly stamp?: string | null;
  /** Address of the public page about this paper, printed as a QR code; added when it is rendered, never frozen. */
  readonly verifyUrl?: string;
}

export interface Signature {
  /** Capitals, one line each: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] or ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']; empty prints no block. */
  readonly lines: readonly string[];
  /** Without academic titles; '' leaves the place free. */
  readonly name: string;
  /** In the signature's place, for example 'Đã ký số ngày 02/3/2026 14:05:07 +07:00'. */
  readonly note?: string | null;
}

export type NomineeKind = 'individual' | 'collective' | 'household';

/** One row of a list: a nominee with the award asked for or given. */
export interface NomineeRow {
  readonly index: number;
  readonly name: string;
  readonly kind: NomineeKind;
  /** Post and unit of a person, address or superior of a collective. */
  readonly title: string;
  /** Full official name of the award, never abbreviated. */
  readonly award: string;
  readonly achievement: string;
  /** Money in whole đồng; when any row has it, lists print a column. */
  readonly amount?: number;
  /** When any row has it, lists print the result of the vote. */
  readonly votes?: Votes;
  readonly note?: string;
  /** Truy tặng: lists say so behind the name. */
  readonly posthumous?: boolean;
}

export interface Votes {
  readonly yes: number;
  readonly no: number;
  /** Blank or invalid, and members who did not vote. */
  readonly blank: number;
  /** All members of the council or all who had a vote at the unit, present or not. */
  readonly total: number;
  /** yes / total as printed; `percentText(yes, total)` makes it. */
  readonly share: string;
}

export interface PersonRef {
  readonly name: string;
  readonly title: string;
}

/** Head of any minutes. Times 'HH:mm'. */
export interface Meeting {
  readonly date: string;
  readonly startTime: string;
  readonly endTime: string;
  readonly place: string;
  readonly chair: PersonRef;
  readonly secretary: PersonRef;
  readonly invited: readonly PersonRef[];
  /** Members present, of `total`. */
  readonly present: number;
  readonly total: number;
  readonly absent: readonly AbsentMember[];
}

export interface AbsentMember extends PersonRef {
  readonly reason: string;
}

/** Another document: 'Tờ trình số 12/TTr-UBND ngày 02/3/2026 của Ủy ban nhân dân xã Gia Phúc'. */
export interface DocumentRef {
  /** 'Tờ trình', 'Quyết định'. */
  readonly name: string;
  /** Null while it is a draft. */
  readonly number: string | null;
  readonly symbol: string;
  readonly date: string | null;
  /** 'Ủy ban nhân dân xã Gia Phúc'. */
  readonly body: string;
}
