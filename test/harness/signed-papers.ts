import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { PNG } from 'pngjs';
import { makeDemoAuthority, makeDemoCertificate, type DemoAuthority } from '../../libs/documents/src/signing/demo/demo-authority';
import type { KeyKind } from '../../libs/documents/src/signing/demo/make-certificate';
import { openP12 } from '../../libs/documents/src/signing/keys/open-p12';
import type { SigningKey } from '../../libs/documents/src/signing/keys/signing-key';

/** 02/3/2026 09:00 in Viet Nam. */
export const SIGNED_AT = Date.UTC(2026, 2, 2, 2);
const LIFE = { notBeforeMs: SIGNED_AT - 86_400_000, notAfterMs: SIGNED_AT + 86_400_000 };

export function demoRoot(keyKind: KeyKind = 'ec'): Promise<DemoAuthority> {
  return makeDemoAuthority({ commonName: 'Tổ chức chứng thực mô phỏng', organization: 'Cơ yếu (dữ liệu mẫu)', keyKind, ...LIFE });
}

export async function demoKey(authority: DemoAuthority, commonName: string, keyKind: KeyKind = 'rsa'): Promise<SigningKey> {
  const organization = 'Ủy ban nhân dân xã Gia Phúc';
  return openP12(await makeDemoCertificate({ commonName, organization, passphrase: 'bí mật', keyKind, authority, ...LIFE }), 'bí mật');
}

export interface PaperShape {
  readonly pages?: number;
  /** Writes cross-reference streams, as scanners and Word do. */
  readonly objectStreams?: boolean;
  readonly rotate?: number;
}

/** A paper as the browser prints a draft: number and date left open as links, room for a signature with a seal and for one on the left. */
export async function gappedPaper({ pages = 2, objectStreams = false, rotate = 0 }: PaperShape = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (let index = 0; index < pages; index += 1) {
    const page = document.addPage([595.28, 841.89]);
    page.setRotation({ type: 'degrees', angle: rotate } as never);
    page.drawText('So:         /QD-UBND', { x: 100, y: 700, size: 13, font });
    page.drawText(`Trang ${index + 1}`, { x: 100, y: 650, size: 14, font });
  }
  const [first] = document.getPages();
  const link = (gap: string, rect: readonly number[]) =>
    document.context.register(
      document.context.obj({
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [...rect],
        Border: [0, 0, 0],
        A: { Type: 'Action', S: 'URI', URI: PDFString.of(`data:,${gap}`) },
      }),
    );
  first?.node.set(
    PDFName.of('Annots'),
    document.context.obj([
      link('so', [121, 697, 147, 711]),
      link('ngay', [400, 697, 414, 711]),
      link('thang', [440, 697, 454, 711]),
      link('nam', [480, 697, 508, 711]),
      link('ky-dau', [320, 140, 550, 202]),
      link('ky-trai', [90, 140, 310, 202]),
    ]),
  );
  return document.save({ useObjectStreams: objectStreams });
}

/** A picture of a signature (blue strokes) or a seal (a red ring) on transparent ground. */
export function inkPng(kind: 'signature' | 'seal', width: number, height: number): Uint8Array {
  const picture = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const away = Math.hypot((x - width / 2) / (width / 2), (y - height / 2) / (height / 2));
      const inked = kind === 'seal' ? away > 0.85 && away < 1 : Math.abs(Math.sin(x / 9) * (height / 3) + height / 2 - y) < 3;
      picture.data.set(kind === 'seal' ? [200, 20, 30, inked ? 200 : 0] : [20, 50, 180, inked ? 255 : 0], (y * width + x) * 4);
    }
  }
  return PNG.sync.write(picture);
}
