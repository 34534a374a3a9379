import type { RegisterPerson } from '@thidua/store';
import type { LineReader } from '../../evidence/import/cells';
import { cellProblem } from '../../evidence/import/problem';
import { searchable } from '../../plain-text';

/** People of a province by name; the birth date tells those of one name apart. */
export class PersonIndex {
  private readonly names = new Map<string, RegisterPerson[]>();

  constructor(people: readonly RegisterPerson[]) {
    for (const person of people) {
      this.names.set(person.searchName, [...(this.names.get(person.searchName) ?? []), person]);
    }
  }

  /** The person a line names. Null, and the reason with the line, where there is not just one. */
  named(reader: LineReader, key: string, born: string | null): RegisterPerson | null {
    const name = reader.text(key);
    if (name === null) {
      return null;
    }
    const called = this.names.get(searchable(name)) ?? [];
    const fitting = born === null ? called : called.filter((one) => one.born === null || one.born === born);
    const [person] = fitting;
    if (person !== undefined && fitting.length === 1) {
      return person;
    }
    const code = called.length === 0 ? 'nobody-called' : fitting.length === 0 ? 'born-different' : 'born-needed';
    return reader.wrong(cellProblem(code, reader.title(key), name));
  }
}
