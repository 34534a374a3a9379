import { route } from './route';
import { UPLOAD_ERRORS } from './uploads';
import { CredentialKept, ImageUpload, P12Upload, RemoteCredential, SigningTrial, SigningView } from './signing';
import { Done } from './dossiers';

/** Chữ ký số: certificates and pictures of posts and bodies. Secrets come in and never go out. */
export const SIGNING_ROUTES = {
  signing: route({
    method: 'GET',
    path: '/signing',
    summary: 'Chữ ký số: chứng thư và ảnh chữ ký của tôi, con dấu của cơ quan',
    policy: 'signed-in',
    answer: SigningView,
    errors: ['not-signed-in'],
  }),
  uploadP12: route({
    method: 'POST',
    path: '/signing-credentials/p12',
    summary: 'Tải chứng thư số (tệp .p12, .pfx) của chức vụ hoặc của cơ quan',
    policy: 'credential-holder',
    upload: true,
    body: P12Upload,
    answer: CredentialKept,
    errors: ['not-found', 'forbidden', 'certificate-unusable', 'file-too-large', 'request-invalid'],
    idempotent: false,
  }),
  keepRemoteCredential: route({
    method: 'POST',
    path: '/signing-credentials/remote',
    summary: 'Dùng dịch vụ ký số từ xa cho chức vụ hoặc cơ quan',
    policy: 'credential-holder',
    body: RemoteCredential,
    answer: CredentialKept,
    errors: ['not-found', 'forbidden', 'certificate-unusable', 'signing-service-away', 'remote-signer-unknown', 'request-invalid'],
    idempotent: false,
  }),
  revokeCredential: route({
    method: 'POST',
    path: '/signing-credentials/{id}/revocation',
    summary: 'Ngừng dùng một chứng thư số',
    policy: 'credential-holder',
    answer: Done,
    errors: ['not-found', 'forbidden'],
  }),
  tryCredential: route({
    method: 'POST',
    path: '/signing-credentials/{id}/trial',
    summary: 'Ký thử',
    policy: 'credential-holder',
    answer: SigningTrial,
    errors: ['not-found', 'forbidden', 'too-many-attempts'],
    idempotent: false,
  }),
  keepSignatureImage: route({
    method: 'POST',
    path: '/signature-images',
    summary: 'Tải ảnh chữ ký (PNG, màu xanh) hoặc ảnh con dấu (PNG, màu đỏ)',
    policy: 'credential-holder',
    upload: 'picture',
    body: ImageUpload,
    answer: Done,
    errors: ['not-found', 'forbidden', ...UPLOAD_ERRORS, 'request-invalid'],
    idempotent: false,
  }),
} as const;
