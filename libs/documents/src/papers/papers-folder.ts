import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder number below `workflows/papers` of the templates in use. */
export const TEMPLATES_IN_USE = 1;

/** The nearest `workflows/papers` above this file, whether it runs from sources or from the build. */
export function papersFolder(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const papers = join(folder, 'workflows', 'papers');
    if (existsSync(papers)) {
      return papers;
    }
  }
  throw new Error('there is no folder workflows above the program');
}
