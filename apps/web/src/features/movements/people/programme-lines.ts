export interface ProgrammeItem {
  readonly time: string;
  readonly content: string;
  readonly by: string;
}

export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/[\s.;]+$/, '').trimStart())
    .filter((line) => line.length > 1);
}

/** 'giờ | nội dung | người thực hiện' a line each; a line without bars is the content alone. */
export function itemsOf(text: string): readonly ProgrammeItem[] {
  return linesOf(text)
    .map((line) => {
      const parts = line.split('|').map((part) => part.trim());
      const [time = '', content = '', by = ''] = parts.length === 1 ? ['', ...parts] : parts;
      return { time, content, by };
    })
    .filter((item) => item.content.length > 1);
}

export function itemLines(items: readonly ProgrammeItem[]): string {
  return items.map(({ time, content, by }) => (time === '' && by === '' ? content : [time, content, by].join(' | '))).join('\n');
}
