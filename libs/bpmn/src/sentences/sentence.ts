/**
 * What a finding says to people. `{name}` takes a fact of the finding, `[…]` is left out when one of its facts is missing.
 * `vi` and `en` go on after the element's name and have no full stop; `mend…` are whole sentences.
 */
export interface Sentence {
  readonly vi: string;
  readonly mendVi: string;
  readonly en: string;
  readonly mendEn: string;
}

export function says(vi: string, mendVi: string, en: string, mendEn: string): Sentence {
  return { vi, mendVi, en, mendEn };
}
