import { ImageRun } from 'docx';
import { millimetresOf, type HtmlElement } from './html-tree';

const PX_PER_MM = 96 / 25.4;
const DEFAULT_HEIGHT = 14;

/** A PNG or JPEG in a data: URI as a picture of its own proportions; undefined for anything else. */
export function pictureRun(node: HtmlElement): ImageRun | undefined {
  const [, kind, base64] = /^data:image\/(png|jpeg);base64,([A-Za-z0-9+/=]+)$/.exec(node.src) ?? [];
  if (base64 === undefined) {
    return undefined;
  }
  const data = Buffer.from(base64, 'base64');
  const size = kind === 'png' ? pngSize(data) : jpegSize(data);
  if (size === undefined) {
    return undefined;
  }
  const height = (millimetresOf(node, 'height') ?? DEFAULT_HEIGHT) * PX_PER_MM;
  const width = (height * size.width) / size.height;
  return new ImageRun({
    type: kind === 'png' ? 'png' : 'jpg',
    data,
    transformation: { width: Math.round(width), height: Math.round(height) },
  });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function pngSize(data: Buffer): Size | undefined {
  return data.length < 24 ? undefined : positive({ width: data.readUInt32BE(16), height: data.readUInt32BE(20) });
}

/** From the frame header; segments are skipped by their own lengths. */
function jpegSize(data: Buffer): Size | undefined {
  for (let at = 2; at + 9 < data.length && data[at] === 0xff; at += 2 + data.readUInt16BE(at + 2)) {
    const marker = data[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return positive({ height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) });
    }
  }
  return undefined;
}

function positive(size: Size): Size | undefined {
  return size.width > 0 && size.height > 0 ? size : undefined;
}
