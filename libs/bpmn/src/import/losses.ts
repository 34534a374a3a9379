import type { Read } from '../moddle/parse';
import type { Refusal } from '../refusal';
import { lost, outline } from './outline';

/**
 * What would be missing if a file were read and written again: the parser drops, without a word, children that may stand only once.
 * @param known element names whose loss somebody else accounts for
 */
export async function lossesOf(xml: string, { moddle, root }: Read, known: readonly string[] = []): Promise<readonly Refusal[]> {
  const written = await moddle.toXML(root);
  const hint = 'The file would lose this when it is saved: export it again from its modeler.';
  return lost(outline(xml), outline(written.xml))
    .filter((what) => !known.includes(what))
    .map((what) => ({ code: 'element-lost', path: '', detail: { what }, hint, severity: 'error' }));
}
