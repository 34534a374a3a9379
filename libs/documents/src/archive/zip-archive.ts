import { zipSync, type Zippable } from 'fflate';

export interface ArchiveEntry {
  /** ASCII, folders by '/'. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const PATH = /^\w[\w.-]*(\/\w[\w.-]*)*$/;
/** Office files name their parts so. */
const OFFICE_PATH = /^[\w[\]][\w.[\]-]*(\/[\w.][\w.-]*)*$/;
/** ZIP keeps wall-clock fields of 1980 and later; its first day, written from local fields, is the same in every time zone. */
const ONE_DAY = new Date(1980, 0, 1);

/**
 * The entries as a ZIP that depends on nothing but them: sorted by path, one time for all, stored and not compressed (PDF and Office files are
 * compressed in themselves), so that no other version of a compressor makes other bytes.
 */
export function zipArchive(entries: readonly ArchiveEntry[], { office = false } = {}): Uint8Array {
  const files: Zippable = {};
  for (const { path, bytes } of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    if (path in files || !(office ? OFFICE_PATH : PATH).test(path)) {
      throw new Error(`${path} stands twice in the archive, or is no path`);
    }
    files[path] = [bytes, { level: 0, mtime: ONE_DAY, os: 3 }];
  }
  return zipSync(files);
}
