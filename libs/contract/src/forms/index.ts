export { readForm } from './read-form';
export type { FieldOption, FieldType, FormField, FormProblem, FormSchema } from './schema';
export { isHidden, validateForm, type FormSurroundings } from './validate-form';
