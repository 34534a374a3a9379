/** 40.5 → '40,5'. */
export const mmText = (mm: number): string => String(mm).replace('.', ',');
