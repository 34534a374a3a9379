import type { Handlers } from '../handler';
import { changeTemplate, draftTemplate } from './draft-template';
import { paperKind, paperKinds, paperTemplate } from './read-templates';
import { proposeTemplate, settleTemplate, withdrawTemplate } from './settle-template';

export const TEMPLATE_HANDLERS = {
  paperKinds,
  paperKind,
  draftTemplate,
  paperTemplate,
  changeTemplate,
  proposeTemplate,
  settleTemplate,
  withdrawTemplate,
} satisfies Partial<Handlers>;
