import { constants, inflateSync } from 'node:zlib';
import { unreadable } from './parse-object';
import { asArray, asDict, asName, asNumber, type PdfDict, type PdfStream, type PdfValue } from './values';

/** Enough for any cross-reference table, object stream or page; a bomb ends here. */
const MAX_BYTES = 64 << 20;

/** The bytes of a stream without filter or under FlateDecode (with a PNG predictor). @throws PdfUnreadable for any other filter. */
export function decodeStream(stream: PdfStream, resolve: (value: PdfValue) => PdfValue): Buffer {
  const filters = listOf(resolve(stream.dict.get('Filter')), resolve);
  const parameters = listOf(resolve(stream.dict.get('DecodeParms')), resolve);
  return filters.reduce<Buffer>((bytes, filter, index) => {
    if (asName(filter) !== 'FlateDecode' && asName(filter) !== 'Fl') {
      throw unreadable(`a stream under the filter ${asName(filter) ?? '?'}`);
    }
    return unpredict(inflate(bytes), asDict(parameters[index] ?? null), resolve);
  }, stream.raw);
}

function listOf(value: PdfValue, resolve: (value: PdfValue) => PdfValue): readonly PdfValue[] {
  return value === null ? [] : (asArray(value) ?? [value]).map(resolve);
}

function inflate(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    throw unreadable(`a stream that cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function unpredict(bytes: Buffer, parameters: PdfDict | undefined, resolve: (value: PdfValue) => PdfValue): Buffer {
  const number = (key: string, otherwise: number) => asNumber(resolve(parameters?.get(key) ?? null)) ?? otherwise;
  const predictor = number('Predictor', 1);
  if (predictor === 1) {
    return bytes;
  }
  const width = Math.ceil((number('Colors', 1) * number('BitsPerComponent', 8) * number('Columns', 1)) / 8);
  const step = Math.max(1, Math.ceil((number('Colors', 1) * number('BitsPerComponent', 8)) / 8));
  if (predictor < 10 || !(width > 0 && width < MAX_BYTES)) {
    throw unreadable(`a stream with predictor ${predictor}`);
  }
  const rows = Math.floor(bytes.length / (width + 1));
  const out = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (width + 1)] ?? 0;
    for (let at = 0; at < width; at += 1) {
      const left = at < step ? 0 : (out[row * width + at - step] ?? 0);
      const up = row === 0 ? 0 : (out[(row - 1) * width + at] ?? 0);
      const corner = row === 0 || at < step ? 0 : (out[(row - 1) * width + at - step] ?? 0);
      out[row * width + at] = (bytes[row * (width + 1) + 1 + at] ?? 0) + predicted(kind, left, up, corner);
    }
  }
  return out;
}

/** The PNG filters (RFC 2083, 6). */
function predicted(kind: number, left: number, up: number, corner: number): number {
  switch (kind) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      return 0;
  }
}
