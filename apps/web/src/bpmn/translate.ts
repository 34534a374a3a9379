import { MODELER_WORDS } from './modeler-words';

/** bpmn-js's `translate` service in Vietnamese: the template, then its replacements. */
export function vietnamese(template: string, replacements: Readonly<Record<string, string>> = {}): string {
  return (MODELER_WORDS[template] ?? template).replace(/\{([^}]+)\}/g, (whole, key: string) => {
    const word = replacements[key];
    return word === undefined ? whole : (MODELER_WORDS[word] ?? word);
  });
}
