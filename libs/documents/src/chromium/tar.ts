import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const BLOCK = 512;

interface Entry {
  readonly name: string;
  readonly mode: number;
  readonly body: Buffer;
}

/** Unpacks the plain files of a ustar archive below `folder`; anything that would land outside is refused. */
export async function untar(archive: Buffer, folder: string): Promise<void> {
  for (const entry of filesOf(archive)) {
    const path = join(folder, entry.name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, entry.body, { mode: entry.mode });
  }
}

function* filesOf(archive: Buffer): Generator<Entry> {
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK);
    if (header[0] === 0) {
      return;
    }
    const size = octal(header, 124, 12);
    const name = text(header, 345, 155, text(header, 0, 100));
    const type = String.fromCharCode(header[156] ?? 0);
    if (name.startsWith('/') || name.split('/').includes('..')) {
      throw new Error(`archive entry outside its folder: ${name}`);
    }
    if (type === '0' || type === '\0') {
      yield { name, mode: octal(header, 100, 8) & 0o777, body: archive.subarray(at + BLOCK, at + BLOCK + size) };
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/** The NUL-terminated field, put before `rest` as a path when given. */
function text(header: Buffer, from: number, length: number, rest?: string): string {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  const value = field.toString('utf8', 0, end === -1 ? length : end);
  return rest === undefined ? value : value === '' ? rest : `${value}/${rest}`;
}

function octal(header: Buffer, from: number, length: number): number {
  return Number.parseInt(text(header, from, length).trim() || '0', 8);
}
