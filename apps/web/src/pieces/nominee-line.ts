import type { Text } from '../i18n/use-text';

interface Nominee {
  readonly kind: string;
  readonly title: string;
}

/** 'Cá nhân · Viên chức': what kind of nominee, and as what; a collective called only 'Tập thể' says it once. */
export function nomineeLine(t: Text, { kind, title }: Nominee, ...more: readonly string[]): string {
  const word = t(`kind.${kind}`);
  return [word, title === word ? '' : title, ...more].filter((part) => part !== '').join(' · ');
}
