/** The nonce the server put into this page; antd's style tags carry it so that the CSP admits them. */
export function cspNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return nonce === undefined || nonce.startsWith('__') ? undefined : nonce;
}
