/** The variables of a process, as Node gives them. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Reads variables one by one and collects what is wrong with them; a variable that is set but empty counts as absent. */
export class EnvReader {
  readonly faults: string[] = [];
  private readonly env: Env;

  constructor(env: Env) {
    this.env = env;
  }

  text(name: string): string | null {
    const value = this.env[name]?.trim() ?? '';
    return value === '' ? null : value;
  }

  /** Notes a fault about a variable; the value itself is not repeated, as it may be a secret. */
  refuse(name: string, vi: string, en: string): null {
    this.faults.push(`${name}: ${vi} / ${en}`);
    return null;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
    const value = this.text(name);
    if (value === null) {
      return otherwise;
    }
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) {
      this.refuse(name, `phải là một trong: ${allowed.join(', ')}`, `must be one of: ${allowed.join(', ')}`);
    }
    return found ?? otherwise;
  }

  integer(name: string, range: readonly [number, number], otherwise: number): number {
    const value = this.text(name);
    if (value === null) {
      return otherwise;
    }
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= range[0] && number <= range[1])) {
      this.refuse(name, `phải là số nguyên từ ${range[0]} đến ${range[1]}`, `must be a whole number from ${range[0]} to ${range[1]}`);
      return otherwise;
    }
    return number;
  }

  url(name: string, protocols: readonly string[]): string | null {
    const value = this.text(name);
    if (value === null) {
      return null;
    }
    const shapes = protocols.map((protocol) => `${protocol}//`).join(', ');
    if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
      return this.refuse(name, `phải là địa chỉ bắt đầu bằng ${shapes}`, `must be an address starting with ${shapes}`);
    }
    return value;
  }
}
