import { UPLOAD_RULES, type UploadRule } from '@thidua/contract';
import type { PaperPart } from '../intake/paper-parts';

/** Parts that people sign: a Word file of them is a draft, and no part of a dossier. */
const SIGNED: readonly PaperPart[] = ['to-trinh', 'bien-ban-binh-xet'];

/** What a part of a dossier may be: signed papers as PDF or scan, the others as a Word file too. */
export function partRule(kind: PaperPart): UploadRule {
  const rule = UPLOAD_RULES['dossier-part'];
  return SIGNED.includes(kind) ? { ...rule, kinds: rule.kinds.filter((one) => one !== 'docx') } : rule;
}
