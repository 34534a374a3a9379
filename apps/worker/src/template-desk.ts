import type { TemplateDesk as Port } from '@thidua/casework';
import { papersFolder, TemplateDesk, TEMPLATES_IN_USE } from '@thidua/documents';

/** What people who write templates ask; filled with samples here, printed by the worker. */
export const templateDesk: Port = new TemplateDesk(papersFolder(), TEMPLATES_IN_USE);
