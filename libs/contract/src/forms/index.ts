export { readForm } from './read-form';
export type { FieldOption, FieldType, FormField, FormProblem, FormSchema } from './schema';
export { validateForm, type FormSurroundings } from './validate-form';
