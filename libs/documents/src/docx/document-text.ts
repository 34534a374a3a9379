import { inflateRawSync } from 'node:zlib';

const DIRECTORY = 'PK\u0005\u0006';
const ENTRY = 0x02014b50;

/** The text of a Word file as its document.xml has it: paragraphs and cells on lines of their own, NFC. For comparing, not for showing. */
export function docxText(bytes: Uint8Array): string {
  const xml = entryOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'word/document.xml');
  return xml
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name])
    .normalize('NFC');
}

const ENTITIES = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const;

/** One entry of a zip, found by its directory: the library writes sizes nowhere else. */
function entryOf(zip: Buffer, name: string): string {
  for (let at = zip.readUInt32LE(zip.lastIndexOf(DIRECTORY) + 16); zip.readUInt32LE(at) === ENTRY;) {
    const [nameLength, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const local = zip.readUInt32LE(at + 42);
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const body = zip.subarray(from, from + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body)).toString('utf8');
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error(`${name} is not in the file`);
}
