/** Ids of the processes of a model, read without understanding it: what other files of the same case may call. */
export function processIdsOf(xml: string): readonly string[] {
  const tags = xml.match(/<(?:[\w.-]+:)?process\s[^>]*>/g) ?? [];
  return tags.flatMap((tag) => /\sid="([^"]*)"/.exec(tag)?.[1] ?? []);
}
