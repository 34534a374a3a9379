export interface FileName {
  readonly provinceId: string;
  readonly sha256: string;
}

/** What lies in a place, as found there. */
export interface LyingFile extends FileName {
  readonly size: number;
  readonly changedMs: number;
}

/** Somewhere outside the database where files lie by their hash; putting the same file again changes nothing. */
export interface FilePlace {
  readonly location: 'disk' | 's3';
  /** @throws PlaceFull; after a failure nothing half-written is found under the name. */
  put(name: FileName, bytes: Buffer): Promise<void>;
  get(name: FileName): Promise<Buffer | undefined>;
  remove(name: FileName): Promise<void>;
  list(): AsyncIterable<LyingFile>;
}

/** Where the rows of files may point to. */
export interface FilePlaces {
  readonly disk?: FilePlace;
  readonly s3?: FilePlace;
}

const NAME = /^[0-9a-f]{64}$/;
const PROVINCE = /^[A-Za-z0-9-]{1,40}$/;

/** `<province>/<first two letters of the hash>/<hash>`; refuses what is no hash, so that no name leads out of the place. */
export function keyOf({ provinceId, sha256 }: FileName): string {
  if (!NAME.test(sha256) || !PROVINCE.test(provinceId)) {
    throw new Error('not the name of a file');
  }
  return `${provinceId}/${sha256.slice(0, 2)}/${sha256}`;
}

export function nameOf(key: string): FileName | undefined {
  const [provinceId = '', , sha256 = ''] = key.split('/');
  return NAME.test(sha256) && PROVINCE.test(provinceId) && keyOf({ provinceId, sha256 }) === key ? { provinceId, sha256 } : undefined;
}
