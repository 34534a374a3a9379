import type { PanelForm } from '@thidua/contract';
import type { FormSchema } from '@thidua/contract/forms';
import type { JsonObject, JsonValue } from '@thidua/kernel';

type Answer = PanelForm['answers'][number];

/**
 * The answers of a form that a process may turn on: choices, yes or no, numbers. What people write in their own words is kept with the
 * form, never among the variables, whose events hold no names.
 */
export function plainAnswers({ components }: FormSchema): Answer[] {
  return components.flatMap(({ type, key, label, options, optionsFrom }): Answer[] => {
    const kind = type === 'checkbox' ? 'yes-no' : type === 'number' ? 'number' : type === 'radio' || type === 'select' ? 'choice' : null;
    return key === undefined || kind === null || optionsFrom !== undefined
      ? []
      : [
          {
            name: key,
            label: label ?? key,
            kind,
            choices: (options ?? []).map((option) => ({ value: option.value, label: option.label })),
          },
        ];
  });
}

/** What completing a task of a form without an act brings the process: its plain answers, and the button pressed. */
export function variablesOf(schema: FormSchema | undefined, data: JsonObject): JsonObject {
  const names = ['outcome', ...(schema === undefined ? [] : plainAnswers(schema).map(({ name }) => name))];
  return Object.fromEntries(names.flatMap((name): [string, JsonValue][] => (data[name] === undefined ? [] : [[name, data[name]]])));
}
