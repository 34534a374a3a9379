import { makeCertificate, type Issued, type KeyKind } from './make-certificate';
import { makeP12 } from './make-p12';

/** A root that issues demo certificates; plain bytes, so that it can be kept. Its certificate is what verifiers are given as a root. */
export type DemoAuthority = Issued;

export interface DemoAuthorityOptions {
  /** 'Tổ chức chứng thực mô phỏng Thi Đua'. */
  readonly commonName: string;
  readonly organization: string;
  readonly keyKind?: KeyKind;
  /** Milliseconds since 1970 (the demo clock decides, not the machine's). */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
}

export interface DemoCertificateOptions extends DemoAuthorityOptions {
  readonly passphrase: string;
  /** Who issues it; left out, a root made on the spot and thrown away. */
  readonly authority?: DemoAuthority;
}

export async function makeDemoAuthority(options: DemoAuthorityOptions): Promise<DemoAuthority> {
  const { commonName, organization, keyKind = 'rsa', notBeforeMs, notAfterMs } = options;
  return makeCertificate({ subject: { commonName, organization }, keyKind, notBeforeMs, notAfterMs, use: 'authority' });
}

/** A PKCS#12 of a person ('Phạm Quang Hưng' of 'Ủy ban nhân dân xã Gia Phúc') or an agency (both names its own), with its issuer. */
export async function makeDemoCertificate(options: DemoCertificateOptions): Promise<Uint8Array> {
  const { commonName, organization, keyKind = 'rsa', notBeforeMs, notAfterMs } = options;
  const authority =
    options.authority ??
    (await makeDemoAuthority({
      commonName: 'Tổ chức chứng thực mô phỏng',
      organization: 'Thi Đua (dữ liệu mẫu)',
      notBeforeMs,
      notAfterMs,
    }));
  const request = { subject: { commonName, organization }, keyKind, notBeforeMs, notAfterMs, use: 'signer' } as const;
  const issued = await makeCertificate(request, authority);
  return makeP12(issued.privateKey, [issued.certificate, authority.certificate], options.passphrase);
}
