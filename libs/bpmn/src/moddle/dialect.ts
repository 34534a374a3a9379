const FOREIGN: Readonly<Record<string, string>> = {
  'http://camunda.org/schema/1.0/bpmn': 'camunda',
  'http://operaton.org/schema/1.0/bpmn': 'operaton',
  'http://flowable.org/bpmn': 'flowable',
  'http://activiti.org/bpmn': 'activiti',
  'http://www.jboss.org/drools': 'jbpm',
};

/** The executable dialect, not ours, whose words the file really uses; a declaration nobody uses is harmless. */
export function foreignDialect(xml: string): string | undefined {
  for (const match of xml.matchAll(/xmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g)) {
    const [prefix = '', dialect] = [match[1], FOREIGN[match[2] ?? '']];
    if (dialect !== undefined && new RegExp(`[<\\s]${prefix.replace(/\./g, '\\.')}:`).test(xml)) {
      return dialect;
    }
  }
  return undefined;
}
