import { draw } from '../src/drawing/draw';
import type { DrawnProcess } from '../src/drawing/drawing';
import { parseXml } from '../src/moddle/parse';

/** The first process of a file, as the rules see it. */
export async function drawn(xml: string): Promise<DrawnProcess> {
  const parsed = await parseXml(xml);
  const process = parsed.ok ? draw(parsed.value.root).processes[0] : undefined;
  if (process === undefined) {
    throw new Error(xml);
  }
  return process;
}
