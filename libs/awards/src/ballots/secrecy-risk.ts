/** Written opinions as they stand before one more is sent. */
export interface OpinionsSoFar {
  /** Whether any of the items is voted on secretly. */
  readonly secret: boolean;
  /** Absent members who may answer in writing, the sender among them. */
  readonly asked: number;
  /** Opinions that have come in. */
  readonly sent: number;
}

export interface SecrecyRisk {
  readonly atRisk: boolean;
  readonly sent: number;
  readonly asked: number;
  /** Shown before the opinion is sent. */
  readonly sentence: string;
}

/** Whether one more written opinion might reveal itself: in a secret ballot a single one tells its sender's choice to whoever opens it. */
export function secrecyRisk({ secret, asked, sent }: OpinionsSoFar): SecrecyRisk {
  const atRisk = secret && sent === 0;
  const stand = `Đã có ${sent}/${asked} ý kiến bằng văn bản.`;
  if (!secret) {
    return { atRisk, sent, asked, sentence: `${stand} Biểu quyết công khai: lựa chọn được ghi vào biên bản cùng họ tên.` };
  }
  const warning =
    asked <= 1
      ? 'Phiếu kín: chỉ có một thành viên lấy ý kiến bằng văn bản, nên khi kiểm phiếu sẽ biết lựa chọn của thành viên này.'
      : 'Phiếu kín: nếu đến lúc kiểm phiếu chỉ có một ý kiến này, người mở ý kiến sẽ biết lựa chọn của thành viên gửi.';
  return {
    ...{ atRisk, sent, asked },
    sentence: atRisk ? `${stand} ${warning}` : `${stand} Ý kiến được niêm phong, mở khi kiểm phiếu và tính chung vào tổng số phiếu.`,
  };
}
