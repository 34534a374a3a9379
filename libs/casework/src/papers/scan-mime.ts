const BY_EXTENSION: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

/** The media type of an uploaded scan by its own bytes; null when it is no PDF, PNG or JPEG, is cut off, or is named as another type. */
export function scanMime(bytes: Uint8Array, name: string): string | null {
  const found = mimeOf(bytes);
  return found !== null && BY_EXTENSION[/\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''] === found ? found : null;
}

function mimeOf(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = file.subarray(-2048);
  if (file.subarray(0, 5).equals(Buffer.from('%PDF-'))) {
    return tail.includes('%%EOF') ? 'application/pdf' : null;
  }
  if (file.subarray(0, 16).equals(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))) {
    return tail.includes('IEND') ? 'image/png' : null;
  }
  if (file.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) {
    return tail.includes(Buffer.from('ffd9', 'hex')) ? 'image/jpeg' : null;
  }
  return null;
}
