import type { RegisterLine } from '@thidua/store';

/** One line as the printed book has it. */
export interface PrintedLine {
  readonly numberText: string;
  readonly date: string;
  readonly title: string;
  readonly signer: string;
  readonly recipients: readonly string[];
  /** Who keeps the house's own copy, out of 'Lưu: VT, VHXH'. */
  readonly archive: string;
  readonly copies: number;
  readonly note: string;
  readonly canceled: boolean;
}

export function printedLine(line: RegisterLine): PrintedLine {
  const kept = line.recipients.filter((recipient) => recipient.startsWith('Lưu'));
  const recipients = line.recipients.filter((recipient) => !kept.includes(recipient));
  const { numberText, date, title, signer, cancelReason } = line;
  return {
    numberText,
    date,
    title,
    signer,
    recipients,
    archive: kept.map((one) => one.replace(/^Lưu:?\s*/, '')).join('; '),
    copies: line.recipients.length,
    note: line.canceledAt === null ? '' : `Hủy số: ${cancelReason ?? ''}`,
    canceled: line.canceledAt !== null,
  };
}
