import { join, resolve } from 'node:path';
import type { Env } from './env-reader';
import { EnvReader } from './env-reader';
import { files } from './read-files';
import { InvalidSettings } from './invalid-settings';
import type { Fault, Settings } from './settings';

/**
 * Parses the variables of a process.
 * @throws InvalidSettings naming every variable that makes no sense, so that a person mends them in one go
 */
export function readSettings(env: Env): Settings {
  const reader = new EnvReader(env);
  const nodeEnv = reader.oneOf('NODE_ENV', ['production', 'development', 'test'], 'production');
  const demo = reader.oneOf('DEMO', ['0', '1'], '0') === '1';
  const dataDir = resolve(reader.text('DATA_DIR') ?? '.data');
  const settings: Settings = {
    nodeEnv,
    demo,
    dataDir,
    host: reader.text('HOST') ?? '127.0.0.1',
    port: reader.integer('PORT', [1, 65_535], 3000),
    workerPort: reader.text('WORKER_PORT') === null ? null : reader.integer('WORKER_PORT', [1, 65_535], 0),
    databaseUrl: requiredDatabase(reader),
    databasePool: reader.integer('DATABASE_POOL', [1, 100], 8),
    redisUrl: reader.url('REDIS_URL', ['redis:', 'rediss:']),
    chromiumPath: chromium(reader),
    ...files(reader),
    clamavUrl: reader.url('CLAMAV_URL', ['tcp:']),
    filesDir: resolve(reader.text('FILES_DIR') ?? join(dataDir, 'files')),
    cacheDir: resolve(reader.text('CACHE_DIR') ?? join(dataDir, 'cache')),
    clock: clock(reader, demo || nodeEnv !== 'production'),
    sessionSecret: secretText(reader, 'SESSION_SECRET'),
    fault: fault(reader, nodeEnv === 'test'),
    publicUrl: publicUrl(reader),
    signingKey: secretText(reader, 'SIGNING_KEY'),
    remoteSigners: remoteSigners(reader),
    tsaUrl: reader.url('TSA_URL', ['http:', 'https:']),
  };
  if (reader.faults.length > 0) {
    throw new InvalidSettings(reader.faults);
  }
  return settings;
}

function requiredDatabase(reader: EnvReader): string {
  if (reader.text('DATABASE_URL') === null) {
    reader.refuse('DATABASE_URL', 'chưa khai báo; `npm start` tự cấp', 'is not set; `npm start` provides one');
    return '';
  }
  return reader.url('DATABASE_URL', ['postgres:', 'postgresql:']) ?? '';
}

function chromium(reader: EnvReader): string | null {
  const value = reader.text('CHROMIUM_PATH');
  if (value === null || value === 'bundled' || resolve(value) === value) {
    return value;
  }
  return reader.refuse('CHROMIUM_PATH', "phải là đường dẫn tuyệt đối hoặc 'bundled'", "must be an absolute path or 'bundled'");
}

function clock(reader: EnvReader, mayMove: boolean): 'real' | 'movable' {
  const chosen = reader.oneOf('CLOCK', ['real', 'movable'], mayMove ? 'movable' : 'real');
  if (chosen === 'movable' && !mayMove) {
    reader.refuse('CLOCK', 'đồng hồ mô phỏng chỉ dùng khi DEMO=1 hoặc khi thử nghiệm', 'a movable clock needs DEMO=1 or a test');
  }
  return chosen;
}

function secretText(reader: EnvReader, name: string): string | null {
  const value = reader.text(name);
  if (value !== null && value.length < 32) {
    return reader.refuse(name, 'phải có ít nhất 32 ký tự', 'must have at least 32 characters');
  }
  return value;
}

/** A path, a question mark or a name and password in it would not survive on a printed code. */
function publicUrl(reader: EnvReader): string | null {
  const value = reader.url('PUBLIC_URL', ['http:', 'https:']);
  if (value === null) {
    return null;
  }
  const { origin, pathname, search, username } = new URL(value);
  return pathname === '/' && search === '' && username === ''
    ? origin
    : reader.refuse('PUBLIC_URL', "phải có dạng 'https://tên-miền'", "must read 'https://host'");
}

/** `FAULT=<name>:<k>` kills the process on purpose, so production refuses it. */
function fault(reader: EnvReader, inTest: boolean): Fault | null {
  const value = reader.text('FAULT');
  if (value === null) {
    return null;
  }
  if (!inTest) {
    return reader.refuse('FAULT', 'chỉ được dùng khi NODE_ENV=test', 'is allowed only with NODE_ENV=test');
  }
  const [, name, hit] = /^([a-z0-9][a-z0-9.-]*):([1-9]\d{0,5})$/.exec(value) ?? [];
  if (name === undefined || hit === undefined) {
    return reader.refuse('FAULT', "phải có dạng '<tên>:<lần>'", "must read '<name>:<hit>'");
  }
  return { name, hit: Number(hit) };
}

function remoteSigners(reader: EnvReader): readonly string[] {
  const texts = (reader.text('REMOTE_SIGNERS') ?? '').split(/[\s,]+/).filter((text) => text !== '');
  if (texts.some((text) => !URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))) {
    reader.refuse('REMOTE_SIGNERS', 'phải là các địa chỉ https://… cách nhau bởi dấu phẩy', 'must be https://… addresses parted by commas');
    return [];
  }
  return texts.map((text) => new URL(text).origin);
}
