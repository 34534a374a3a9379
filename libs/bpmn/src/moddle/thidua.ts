/**
 * The `thidua:` vocabulary as a moddle descriptor: what law asks of a step and zeebe has no word for (engine.md 3.2).
 * A TypeScript file and not JSON, because the build copies no JSON; the web modeler loads this same object.
 * All attributes are strings: the readers check them and say what is wrong, where moddle would silently give NaN.
 */
export const THIDUA_DESCRIPTOR = {
  name: 'thidua',
  prefix: 'thidua',
  uri: 'http://thidua.vn/schema/bpmn/1.0',
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    { name: 'ProcessSettings', isAbstract: true, extends: ['bpmn:Process'], properties: [attribute('level')] },
    { name: 'LaneSettings', isAbstract: true, extends: ['bpmn:Lane'], properties: [attribute('role')] },
    extension('Step', ['kind']),
    extension('Authority', ['level', 'role', 'power', 'citation']),
    extension('Deadline', ['workingDays', 'row', 'within', 'remindBefore']),
    extension('FourEyes', ['tasks']),
    extension('Document', ['kinds']),
    extension('Publish', ['correlationKey', 'ttl']),
    extension('Initial', ['value']),
    extension('Start', ['onePerKey']),
    // Left by the converter where a word of another engine has no meaning here; a diagram that holds one is refused.
    extension('Unmapped', ['what', 'value']),
  ],
} as const;

function attribute(name: string): { readonly name: string; readonly isAttr: true; readonly type: 'String' } {
  return { name, isAttr: true, type: 'String' };
}

function extension(name: string, attributes: readonly string[]): object {
  return { name, superClass: ['Element'], properties: attributes.map(attribute) };
}
