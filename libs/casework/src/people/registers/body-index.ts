import { cellProblem } from '../../evidence/import/problem';
import type { LineReader } from '../../evidence/import/cells';
import { searchable } from '../../plain-text';

/** A body a register may name: one of the province, or one of the register itself. */
export interface NamedBody {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly parentId: string | null;
}

/** Bodies by code and by name; what stands in one cell is a code first, a name second. */
export class BodyIndex<B extends NamedBody> {
  private readonly codes = new Map<string, B>();
  private readonly names = new Map<string, B[]>();
  private readonly ids = new Map<string, B>();

  constructor(bodies: readonly B[]) {
    bodies.forEach((body) => {
      this.add(body);
    });
  }

  add(body: B): void {
    this.ids.set(body.id, body);
    if (body.code !== null) {
      this.codes.set(body.code.toUpperCase(), body);
    }
    const name = searchable(body.name);
    this.names.set(name, [...(this.names.get(name) ?? []), body]);
  }

  byId(id: string | null): B | undefined {
    return id === null ? undefined : this.ids.get(id);
  }

  byCode(code: string): B | undefined {
    return this.codes.get(code.toUpperCase());
  }

  called(name: string): readonly B[] {
    return this.names.get(searchable(name)) ?? [];
  }

  /** The body a cell names; `above` tells bodies of one name apart. Null, and the reason with the line, where there is not just one. */
  named(reader: LineReader, key: string, above: string | null = null): B | null {
    const told = reader.text(key);
    if (told === null) {
      return null;
    }
    const coded = this.byCode(told);
    if (coded !== undefined) {
      return coded;
    }
    const called = this.called(told);
    const fitting = called.length > 1 && above !== null ? called.filter((body) => this.isUnder(body, above)) : called;
    const [body] = fitting;
    if (body !== undefined && fitting.length === 1) {
      return body;
    }
    return reader.wrong(cellProblem(called.length === 0 ? 'unit-unknown' : 'unit-code-needed', reader.title(key), told));
  }

  private isUnder(body: B, above: string): boolean {
    const parent = this.byId(body.parentId);
    return parent !== undefined && (searchable(parent.name) === searchable(above) || parent.code?.toUpperCase() === above.toUpperCase());
  }
}
