/** Ids of the processes of a model, read without understanding it: what other files of the same case may call. */
export function processIdsOf(xml: string): readonly string[] {
  return tagsOf(xml).flatMap((tag) => idOf(tag) ?? []);
}

/** Ids of those that may be started. */
export function executableIdsOf(xml: string): readonly string[] {
  return tagsOf(xml).flatMap((tag) => (/\sisExecutable="(true|1)"/.test(tag) ? (idOf(tag) ?? []) : []));
}

function tagsOf(xml: string): readonly string[] {
  return xml.match(/<(?:[\w.-]+:)?process\s[^>]*>/g) ?? [];
}

function idOf(tag: string): string | undefined {
  return /\sid="([^"]*)"/.exec(tag)?.[1];
}
