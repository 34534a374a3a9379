import type { JsonObject } from '@thidua/kernel';
import type { Resources } from '@thidua/store';

/** The form of a step that checks or approves what went before: yes, or back with the reason. Its two buttons are outcomes. */
export const ASSENT_FORM = 'dong-y-tra-lai';

/** Forms that every diagram may use, for steps an administrator puts in. A draft takes them along, so that its versions stand by themselves. */
export const HOUSE_FORMS: Readonly<Record<string, JsonObject>> = {
  [ASSENT_FORM]: {
    type: 'default',
    schemaVersion: 18,
    id: ASSENT_FORM,
    components: [{ type: 'textarea', id: 'Field_note', key: 'note', label: 'Ý kiến', validate: { maxLength: 2000 } }],
  },
};

/** The resources of a version with the forms of the house beside its own; one of its own with the same name stays. */
export function withHouseForms<R extends Resources>(resources: R): R {
  return { ...resources, forms: { ...HOUSE_FORMS, ...resources.forms } };
}
