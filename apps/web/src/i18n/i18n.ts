import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import vi from './vi.json';

export type Language = 'vi' | 'en';
const STORED = 'thidua.language';

/** Vietnamese is in the entry, but for the pages of administrators; English comes when somebody asks for it. */
export async function startTexts(language: Language = storedLanguage()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    resources: { vi: { translation: vi } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  if (language === 'en') {
    await changeLanguage('en');
  }
}

export async function changeLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    i18next.addResourceBundle('en', 'translation', (await import('./en.json')).default);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(STORED, language);
}

/** A page of administrators with its texts: a phone that opens an inbox does not load them. */
export function withDeskTexts<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const [page, texts] = await Promise.all([load(), import('./vi-desk.json')]);
    i18next.addResourceBundle('vi', 'translation', texts.default, true, true);
    return page;
  };
}

export const storedLanguage = (): Language => (localStorage.getItem(STORED) === 'en' ? 'en' : 'vi');
