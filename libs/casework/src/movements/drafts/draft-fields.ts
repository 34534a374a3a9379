import { missingIn, needsNoWord, type DraftField, type Missing } from '@thidua/plans';
import type { JsonObject } from '@thidua/kernel';
import type { PlanDraftRecord } from '@thidua/store';

/** A field of a draft with who settled it last. */
export type KeptField = DraftField & { readonly by: string | null };

/** As kept: written by the plan reader and by checked changes alone. */
export function fieldsOfDraft({ fields }: Pick<PlanDraftRecord, 'fields'>): readonly KeptField[] {
  return fields as unknown as readonly KeptField[];
}

export function plainFields(fields: readonly KeptField[]): readonly JsonObject[] {
  return fields as unknown as readonly JsonObject[]; // plain data throughout
}

/** New fields: nobody has settled any. */
export function unsettled(fields: readonly DraftField[]): readonly JsonObject[] {
  return plainFields(fields.map((field) => ({ ...field, by: null })));
}

export interface Progress {
  /** Fields that wait for a word, of all that need one. */
  readonly open: number;
  readonly all: number;
  readonly missing: readonly Missing[];
}

export function progressOf(fields: readonly KeptField[]): Progress {
  const needed = fields.filter((field) => field.state !== 'proposed' || !needsNoWord(field));
  return { open: needed.filter((field) => field.state === 'proposed').length, all: needed.length, missing: missingIn(fields) };
}
