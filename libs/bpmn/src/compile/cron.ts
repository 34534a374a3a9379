interface Field {
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
  /** Entries of its own besides values and ranges. */
  readonly special?: RegExp;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
/** Second, minute, hour, day of month, month, day of week (0 and 7 are Sunday). */
const FIELDS: readonly Field[] = [
  { min: 0, max: 59, names: [] },
  { min: 0, max: 59, names: [] },
  { min: 0, max: 23, names: [] },
  { min: 1, max: 31, names: [], special: /^(\?|L(-\d{1,2})?)$/ },
  { min: 1, max: 12, names: MONTHS },
  { min: 0, max: 7, names: DAYS, special: new RegExp(`^(\\?|([0-7]|${DAYS.join('|')})(L|#[1-5]))$`, 'i') },
];
const MACRO = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/;

/** Whether a text is a cron expression as Spring writes it: six fields, five without the seconds, or a macro such as `@daily`. */
export function isCron(text: string): boolean {
  const fields = text.trim().split(/\s+/);
  const rules = fields.length === 5 ? FIELDS.slice(1) : FIELDS;
  const fits = (field: Field, position: number): boolean => fields[position]?.split(',').every((entry) => isEntry(entry, field)) === true;
  return MACRO.test(text.trim()) || (fields.length === rules.length && rules.every(fits));
}

/** `*`, a value, a range upwards, each with a step, or what is special to the field. */
function isEntry(entry: string, field: Field): boolean {
  const [, range = '', step] = /^([^/]*)(?:\/(\d+))?$/.exec(entry) ?? [];
  if (Number(step ?? 1) === 0) {
    return false;
  }
  if (range === '*' || field.special?.test(entry) === true) {
    return true;
  }
  const [from, to, ...more] = range.split('-').map((text) => valueOf(text, field));
  // A range that ends on Sunday may call it 0.
  return (
    from !== undefined &&
    more.length === 0 &&
    (!range.includes('-') || (to !== undefined && (from <= to || (to === 0 && field.names === DAYS))))
  );
}

function valueOf(text: string, { min, max, names }: Field): number | undefined {
  const named = names.indexOf(text.toUpperCase());
  const value = named >= 0 ? named + (names === MONTHS ? 1 : 0) : Number(text);
  return text !== '' && /^\d+$|^\w{3}$/.test(text) && value >= min && value <= max ? value : undefined;
}
