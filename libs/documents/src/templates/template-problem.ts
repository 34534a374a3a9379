/** What is wrong with a template; the screen says it in words by its code. */
export interface TemplateProblem {
  /** A refusal keeps the template from being proposed. */
  readonly severity: 'refusal' | 'warning';
  readonly code:
    | 'syntax'
    | 'helper-unknown'
    | 'partial-unknown'
    | 'unescaped'
    | 'field-missing'
    | 'field-unprinted'
    | 'markup-open'
    | 'taken-out'
    | 'text-lost'
    | 'not-rendered'
    | 'contents-missing'
    | 'layout';
  /** Of the source, from 1; null when it is in no line, or not in this source. */
  readonly line: number | null;
  /** The shared part it lies in; null = the template itself. */
  readonly partial: string | null;
  /** What it is about: a field's path, a helper's name, a rule. */
  readonly about: string;
  /** Of a field: what it says; of a missing content: the article; of a deviation: what was found and wanted. */
  readonly says: string;
  /** The field or helper that was probably meant; '' when none is near. */
  readonly meant: string;
}

export function problem(
  code: TemplateProblem['code'],
  { severity = 'refusal', line = null, partial = null, about = '', says = '', meant = '' }: Partial<TemplateProblem> = {},
): TemplateProblem {
  return { severity, code, line, partial, about, says, meant };
}
