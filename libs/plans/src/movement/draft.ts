import type { AnyField, Question } from '../plan-field';

/** proposed: nobody has looked yet · confirmed · changed by a person · absent: the plan does not say it, or it does not hold. */
export type FieldState = 'proposed' | 'confirmed' | 'changed' | 'absent';

/** A field of a draft: what was read, and what a person made of it. */
export type DraftField = AnyField & { readonly id: string; readonly state: FieldState };

export interface Missing {
  /** Of the field to be settled; null where a field is not there at all. */
  readonly fieldId: string | null;
  readonly kind: AnyField['kind'];
  /** unsettled: nobody has confirmed, changed or marked it · empty: a movement needs it. */
  readonly why: 'unsettled' | 'empty';
  readonly question: Question | null;
}

/** A reading as the fields of a new draft: what is known is proposed, what is not is asked for. */
export function draftFields(fields: readonly AnyField[]): readonly DraftField[] {
  const seen = new Map<string, number>();
  return fields.map((field) => {
    const n = (seen.get(field.kind) ?? 0) + 1;
    seen.set(field.kind, n);
    return { ...field, id: `${field.kind}-${n}`, state: 'proposed' };
  });
}

/** Fields that need nobody's word: what is only information, and blanks of which nothing is asked. */
export function needsNoWord({ kind, value, asked }: DraftField): boolean {
  return kind === 'cited' || kind === 'signature' || kind === 'signer' || (value === null && asked === null);
}
