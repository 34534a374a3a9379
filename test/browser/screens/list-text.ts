import { SCREENS, type Screen } from './list';

/** `07-ho-so`: its number is its place in the list. */
export function fileOf(screen: Screen): string {
  return `${String(SCREENS.indexOf(screen) + 1).padStart(2, '0')}-${screen.name}`;
}

const WHO: Readonly<Record<string, string>> = { anyone: 'không đăng nhập', 'new-house': 'máy chủ mới, chưa có ai' };

/** docs/screens/README.md. */
export function listOf(screens: readonly Screen[]): string {
  return [
    '# Màn hình / screens',
    '',
    'Made by `npm run screens` from a private demo (2 March 2026, its clock stands still); the command also looks for what axe finds serious, for sideways scrolling at 360 px, for errors in the console and for words that are not Vietnamese. The list is [list.ts](../../test/browser/screens/list.ts).',
    '',
    '| Màn hình | Vai | Đường dẫn | Điện thoại, tiếng Anh |',
    '| --- | --- | --- | --- |',
    ...screens.map((screen) => {
      const file = fileOf(screen);
      const more = [...(screen.phone ? [`[360 px](${file}-360.png)`] : []), ...(screen.english ? [`[English](${file}-en.png)`] : [])];
      return `| [${screen.what}](${file}.png) | ${WHO[screen.who] ?? `\`${screen.who}\``} | \`${screen.route}\` | ${more.join(', ')} |`;
    }),
    '',
  ].join('\n');
}
