import { fieldsOf } from '../signing/fields/form';
import { PdfFile } from '../signing/file/pdf-file';

/** The prepared places of a PDF that nobody has signed yet: 'ky', 'ky-trai', 'dau'. @throws PdfUnreadable */
export function signaturePlaces(pdf: Uint8Array): readonly string[] {
  return fieldsOf(PdfFile.open(pdf))
    .filter(({ type, value }) => type === 'Sig' && value === null)
    .map(({ name }) => name);
}
