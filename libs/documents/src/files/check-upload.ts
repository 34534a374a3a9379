import { FileNotWhatItSays } from '../errors';

export type UploadType = 'pdf' | 'png' | 'jpeg';

const EXTENSIONS: Readonly<Record<string, UploadType>> = { pdf: 'pdf', png: 'png', jpg: 'jpeg', jpeg: 'jpeg' };

/**
 * The type of an uploaded scan by its own bytes. Throws FileNotWhatItSays (`details.name`, `declared`, `found`) when it
 * is no PDF, PNG or JPEG, when it is cut off, or when its name says another type.
 */
export function checkUpload(bytes: Uint8Array, declaredName: string): UploadType {
  const declared = EXTENSIONS[/\.([^.]+)$/.exec(declaredName.toLowerCase())?.[1] ?? ''] ?? null;
  const found = typeOf(bytes);
  if (found === null || declared !== found) {
    throw new FileNotWhatItSays(`${declaredName} is not a whole ${declared ?? 'PDF, PNG or JPEG'} file`, {
      name: declaredName,
      declared,
      found,
    });
  }
  return found;
}

function typeOf(bytes: Uint8Array): UploadType | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = file.subarray(-2048);
  if (file.subarray(0, 5).equals(Buffer.from('%PDF-'))) {
    return tail.includes('%%EOF') ? 'pdf' : null;
  }
  if (file.subarray(0, 16).equals(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))) {
    return tail.includes('IEND') ? 'png' : null;
  }
  if (file.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) {
    return tail.includes(Buffer.from('ffd9', 'hex')) ? 'jpeg' : null;
  }
  return null;
}
