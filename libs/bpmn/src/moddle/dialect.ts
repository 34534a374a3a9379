export type Dialect = 'camunda' | 'operaton' | 'flowable' | 'activiti' | 'jbpm';

const FOREIGN: Readonly<Record<string, Dialect>> = {
  'http://camunda.org/schema/1.0/bpmn': 'camunda',
  'http://operaton.org/schema/1.0/bpmn': 'operaton',
  'http://flowable.org/bpmn': 'flowable',
  'http://activiti.org/bpmn': 'activiti',
  'http://www.jboss.org/drools': 'jbpm',
};

/** The executable dialect, not ours, whose words the file really uses; a declaration nobody uses is harmless. */
export function foreignDialect(xml: string): Dialect | undefined {
  for (const [prefix, dialect] of foreignPrefixes(xml)) {
    if (usesPrefix(xml, prefix)) {
      return dialect;
    }
  }
  return undefined;
}

/** Prefixes bound anywhere in the file to an executable dialect that is not ours. */
export function foreignPrefixes(xml: string): ReadonlyMap<string, Dialect> {
  const prefixes = new Map<string, Dialect>();
  for (const [, prefix = '', uri = ''] of xml.matchAll(/xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)) {
    const dialect = Object.hasOwn(FOREIGN, uri) ? FOREIGN[uri] : undefined;
    if (dialect !== undefined) {
      prefixes.set(prefix, dialect);
    }
  }
  return prefixes;
}

/** Whether an element or attribute of this prefix occurs. */
export function usesPrefix(xml: string, prefix: string): boolean {
  return new RegExp(`[<\\s]${prefix.replace(/\./g, '\\.')}:`).test(xml);
}
