import { papersFolder, TEMPLATES_IN_USE } from '../../libs/documents/src/papers/papers-folder';
import { TemplateDesk } from '../../libs/documents/src/templates/template-desk';
import type { TemplateDesk as Port } from '@thidua/casework';

/** Templates without the browser that the front door of documents brings. */
export const templateDesk: Port = new TemplateDesk(papersFolder(), TEMPLATES_IN_USE);
