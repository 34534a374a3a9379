export interface SlotParts {
  readonly kind: string;
  /** The dossier or the round. */
  readonly about: string;
  readonly orgId: string;
  /** Addressee ('TTG'), award of a decision, row id: whatever tells papers of one kind apart. */
  readonly more?: readonly string[];
}

/** The slot a paper fills: the same slot is the same paper, whoever makes it and however often. */
export function paperSlot({ kind, about, orgId, more = [] }: SlotParts): string {
  return [kind, about, orgId, ...more].join(':');
}

/** The parts of a slot without the number of its re-make. */
export function slotParts(slot: string): SlotParts {
  const [kind = '', about = '', orgId = '', ...more] = slot.replace(/#\d+$/, '').split(':');
  return { kind, about, orgId, more };
}

/** The slot of a decision: per award, and per row where the head's own row stands apart. */
export function decisionSlot(round: { readonly id: string; readonly orgId: string }, award: string, split: string | null): string {
  return paperSlot({ kind: 'quyet-dinh', about: round.id, orgId: round.orgId, more: split === null ? [award] : [award, split] });
}
