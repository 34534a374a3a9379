import { useTranslation } from 'react-i18next';

export type Text = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** The sentences of the current language. `or` gives a fallback for keys that come from data. */
export function useText(): Text & { or: (key: string, fallback: string, params?: Readonly<Record<string, unknown>>) => string } {
  const { t, i18n } = useTranslation();
  const text: Text = (key, params) => t(key, { ...params });
  const or = (key: string, fallback: string, params?: Readonly<Record<string, unknown>>): string =>
    i18n.exists(key) ? t(key, { ...params }) : fallback;
  return Object.assign(text, { or });
}
