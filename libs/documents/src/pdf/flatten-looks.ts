import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFStream,
  popGraphicsState,
  pushGraphicsState,
  concatTransformationMatrix,
  drawObject,
  type PDFPage,
} from '@cantoo/pdf-lib';

/**
 * Draws what fields and signatures show (number, date, the picture of a signature, the seal) onto the page itself and takes the fields
 * away: where pages go into another file, a field would stay behind as a broken one, and its value with it.
 */
export function flattenLooks(page: PDFPage): void {
  const { context } = page.doc;
  const annotations = page.node.Annots()?.asArray() ?? [];
  for (const annotation of annotations) {
    const widget = context.lookupMaybe(annotation, PDFDict);
    const look = widget?.lookupMaybe(PDFName.of('AP'), PDFDict)?.get(PDFName.of('N'));
    const stream = look instanceof PDFRef ? context.lookup(look) : undefined;
    const room = boxOf(widget?.lookupMaybe(PDFName.of('Rect'), PDFArray));
    const box = stream instanceof PDFStream ? boxOf(stream.dict.lookupMaybe(PDFName.of('BBox'), PDFArray)) : undefined;
    if (widget?.get(PDFName.of('Subtype')) === PDFName.of('Widget') && look instanceof PDFRef && room !== undefined && box !== undefined) {
      const [scaleX, scaleY] = [room.width / (box.width || 1), room.height / (box.height || 1)];
      page.pushOperators(
        pushGraphicsState(),
        concatTransformationMatrix(scaleX, 0, 0, scaleY, room.left - box.left * scaleX, room.bottom - box.bottom * scaleY),
        drawObject(page.node.newXObject('FieldLook', look)),
        popGraphicsState(),
      );
    }
  }
  page.node.delete(PDFName.of('Annots'));
}

interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(array: PDFArray | undefined): Box | undefined {
  const numbers = array?.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : Number.NaN)) ?? [];
  const [left = Number.NaN, bottom = Number.NaN, right = Number.NaN, top = Number.NaN] = numbers;
  return [left, bottom, right, top].every(Number.isFinite) && right > left && top > bottom
    ? { left, bottom, width: right - left, height: top - bottom }
    : undefined;
}
