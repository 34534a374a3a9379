import { PdfDict, PdfName, PdfRaw, PdfRef, PdfStream, PdfString, type PdfValue } from './values';

/** An object as bytes of a PDF. */
export function writeValue(value: PdfValue): Buffer {
  if (value instanceof PdfStream) {
    const head = writeText(value.dict.with({ Length: value.raw.length }));
    return Buffer.concat([Buffer.from(`${head}\nstream\n`, 'latin1'), value.raw, Buffer.from('\nendstream', 'latin1')]);
  }
  return Buffer.from(writeText(value), 'latin1');
}

function writeText(value: PdfValue): string {
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'number') {
    return numberText(value);
  }
  if (value instanceof PdfName) {
    return nameText(value.name);
  }
  if (value instanceof PdfRef) {
    return `${value.num} ${value.gen} R`;
  }
  if (value instanceof PdfString) {
    return stringText(value.bytes);
  }
  if (value instanceof PdfRaw) {
    return value.text;
  }
  if (value instanceof PdfDict) {
    return `<<${[...value.entries].map(([key, item]) => `${nameText(key)} ${writeText(item)}`).join('\n')}>>`;
  }
  if (value instanceof PdfStream) {
    throw new Error('a stream stands by itself only');
  }
  return `[${value.map(writeText).join(' ')}]`;
}

/** Six places behind the point: numbers that stood in the file come back as they were. */
export function numberText(value: number): string {
  return Number.isInteger(value)
    ? String(value)
    : value
        .toFixed(6)
        .replace(/\.?0+$/, '')
        .replace(/^-0$/, '0');
}

function nameText(text: string): string {
  return `/${text.replace(/[^!-~]|[#()<>[\]{}/%]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

function stringText(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  return /^[\x20-\x7e]*$/.test(text) ? `(${text.replace(/[\\()]/g, '\\$&')})` : `<${bytes.toString('hex')}>`;
}
