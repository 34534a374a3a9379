import type { EnvReader } from './env-reader';
import type { Settings } from './settings';

/** Where files lie, and what they are sealed with. */
export function files(reader: EnvReader): Pick<Settings, 'filesStore' | 'filesS3' | 'filesKeys'> {
  const filesStore = reader.oneOf('FILES_STORE', ['database', 'disk', 's3'], 'database');
  const url = reader.url('FILES_S3_URL', ['https:', 'http:']);
  const [keyId, secret] = [reader.text('FILES_S3_KEY_ID'), reader.text('FILES_S3_SECRET')];
  if (filesStore === 's3' && reader.text('FILES_S3_URL') === null) {
    reader.refuse(
      'FILES_S3_URL',
      'phải khai báo khi FILES_STORE=s3 (https://máy-chủ/thùng)',
      'is needed with FILES_STORE=s3 (https://host/bucket)',
    );
  }
  if (url !== null && (keyId === null || secret === null)) {
    reader.refuse('FILES_S3_KEY_ID', 'phải có cùng FILES_S3_SECRET', 'must be set together with FILES_S3_SECRET');
  }
  const region = reader.text('FILES_S3_REGION') ?? 'us-east-1';
  return {
    filesStore,
    filesS3: url === null || keyId === null || secret === null ? null : { url: url.replace(/\/+$/, ''), region, keyId, secret },
    filesKeys: fileKeys(reader),
  };
}

/** The present key before those that were. */
function fileKeys(reader: EnvReader): readonly Buffer[] {
  const former = reader.text('FILES_KEYS_OLD')?.split(',') ?? [];
  const named = [['FILES_KEY', reader.text('FILES_KEY')] as const, ...former.map((key) => ['FILES_KEYS_OLD', key.trim()] as const)];
  if (former.length > 0 && reader.text('FILES_KEY') === null) {
    reader.refuse('FILES_KEYS_OLD', 'chỉ dùng khi có FILES_KEY', 'makes sense only with FILES_KEY');
  }
  return named.flatMap(([name, text]) => {
    if (text === null) {
      return [];
    }
    const key = Buffer.from(text, /^[0-9a-fA-F]{64}$/.test(text) ? 'hex' : 'base64');
    if (key.length !== 32) {
      reader.refuse(name, 'phải là 32 byte viết dạng hex hoặc base64', 'must be 32 bytes in hex or base64');
      return [];
    }
    return [key];
  });
}
