import { DomainError } from '@thidua/kernel';

export class NotDraft extends DomainError {
  readonly code = 'definition-not-draft';
}

/** Somebody saved the draft meanwhile: `rev` of that saving, `by` (a person) and `atMs`. */
export class DraftChanged extends DomainError {
  readonly code = 'draft-changed';
}

/** It was published, given back or discarded meanwhile: `status`. */
export class NotProposed extends DomainError {
  readonly code = 'state-conflict';
}

export class ProposerCannotPublish extends DomainError {
  readonly code = 'proposer-cannot-publish';
}

export class EditorCannotPublish extends DomainError {
  readonly code = 'editor-cannot-publish';
}
