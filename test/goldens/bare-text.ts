/** What a sheet itself says besides the paper: the number at its head. A golden keeps pages parted by a line '──'. */
const PAGE = '\n──\n';

/** A golden's words without white space, page numbers and the heads that a table repeats on each page: what Word must say too. */
export function bareGolden(text: string): string {
  const pages = text.split(PAGE).map((page, at) => (at === 0 ? page : page.replace(/^\d+\n/, '')));
  const [first = '', ...others] = pages;
  return [first, ...others.map((page) => withoutHead(page, first))].map(bare).join('');
}

export function bare(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}

/** A page that goes on with a table begins with the lines of its head again. */
function withoutHead(page: string, first: string): string {
  const at = first.indexOf('\nSTT ');
  const lines = page.split('\n');
  if (at < 0 || !page.startsWith('STT ')) {
    return page;
  }
  const head = first.slice(at + 1).split('\n');
  const same = lines.findIndex((line, index) => line !== head[index]);
  return lines.slice(same).join('\n');
}
