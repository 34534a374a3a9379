/** One item per line, as people type them; empty lines are none. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The last day of what a plan says: '2025' → '2025-12-31', '2025-07' → '2025-07-31'; '' where it says nothing. */
export function lastDayOf(said: string): string {
  const [year = '', month = '12', day] = said.split('-');
  if (!/^\d{4}$/.test(year)) {
    return '';
  }
  const last = String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate());
  return [year, month.padStart(2, '0'), (day ?? last).padStart(2, '0')].join('-');
}
