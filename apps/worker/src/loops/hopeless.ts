/** Refusals of the code or the facts that another attempt meets again. All other failures are tried again. */
export const HOPELESS: ReadonlySet<string> = new Set([
  'template-unknown',
  'template-invalid',
  'template-field-missing',
  'paper-too-large',
  'certificate-unusable',
  'not-competent',
  'facts-missing',
]);
