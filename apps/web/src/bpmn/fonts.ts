const FAMILY = '"Be Vietnam Pro"';

/** SVG text is measured at import: wait for the letters, or labels break before their diacritics are there. */
export async function fontsReady(): Promise<void> {
  await Promise.all([document.fonts.load(`12px ${FAMILY}`, 'ĐạƯế'), document.fonts.load(`12px ${FAMILY}`, 'abc')]);
}

export const TEXT_RENDERER = {
  defaultStyle: { fontFamily: `${FAMILY}, sans-serif`, fontSize: 12 },
  externalStyle: { fontFamily: `${FAMILY}, sans-serif`, fontSize: 12 },
};
