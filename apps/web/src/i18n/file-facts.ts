import type { Text } from './use-text';

type Texts = Text & { or: (key: string, fallback: string, params?: Readonly<Record<string, unknown>>) => string };

/** Bytes in words people use: '20 MB', '340 KB'. */
export function sizeText(bytes: number): string {
  const [value, unit] = bytes >= 1024 * 1024 ? [bytes / (1024 * 1024), 'MB'] : [bytes / 1024, 'KB'];
  return `${(value >= 10 ? Math.round(value) : Math.round(value * 10) / 10).toLocaleString('vi-VN')} ${unit}`;
}

/** What the server found in a file it did not take: active content by name, sizes, and the kinds it takes. */
export function fileFacts(details: Readonly<Record<string, unknown>>, t: Texts): string {
  const { found, reason, size, largest, kinds } = details;
  const listed = (value: unknown, group: string): string =>
    Array.isArray(value) ? [...new Set(value.map((one) => t.or(`file.${group}.${String(one)}`, String(one))))].join(', ') : '';
  const active = listed(found, 'active');
  const taken = listed(kinds, 'kind');
  return [
    active === '' ? '' : t('file.found', { list: active }),
    typeof reason === 'string' ? t.or(`file.reason.${reason}`, '') : '',
    typeof size === 'number' && typeof largest === 'number' ? t('file.size', { size: sizeText(size), largest: sizeText(largest) }) : '',
    active !== '' || taken === '' ? '' : t('file.kinds', { kinds: taken }),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
