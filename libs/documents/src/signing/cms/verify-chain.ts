import { isIssuedBy, readCertificate, type Certificate } from '../der/read-certificate';

const LONGEST = 10;

/** Whether issuers lead from the certificate to one of the roots (DER), each valid at that time and allowed to issue. */
export function leadsTo(roots: readonly Uint8Array[], certificate: Certificate, others: readonly Certificate[], atMs: number): boolean {
  const anchors = roots.map(readCertificate);
  let current = certificate;
  for (let step = 0; step < LONGEST; step += 1) {
    const subject = current;
    if (anchors.some((root) => root.der.equals(subject.der) || (isIssuedBy(subject, root) && isValidAt(root, atMs)))) {
      return true;
    }
    const issuer = others.find((one) => one.isAuthority && one !== subject && isValidAt(one, atMs) && isIssuedBy(subject, one));
    if (issuer === undefined) {
      return false;
    }
    current = issuer;
  }
  return false;
}

export function isValidAt({ notBeforeMs, notAfterMs }: Certificate, atMs: number): boolean {
  return atMs >= notBeforeMs && atMs <= notAfterMs;
}
