import type { Result } from '@thidua/kernel';
import { compileCode, compileTestsCode, type Compiled } from '../compile/compile';
import type { Code, Test } from '../compile/compiler';
import type { FeelError } from '../feel-error';
import type { DmnProblem } from './dmn-problem';

/** Compiles the FEEL of one file and collects what is wrong with it. A part that failed is never run, as problems refuse the file. */
export class Builder {
  readonly problems: DmnProblem[] = [];
  /** Locals any part needs; one array serves them all. */
  slots = 0;

  expression(source: string, elementId: string): Compiled<Code> {
    return this.keep(compileCode(source.normalize('NFC')), elementId, () => null);
  }

  tests(source: string, elementId: string): Compiled<Test> {
    return this.keep(compileTestsCode(source.normalize('NFC')), elementId, () => null);
  }

  problem(code: DmnProblem['code'], message: string, elementId: string | null): void {
    this.problems.push({ code, message, elementId });
  }

  private keep<T>(compiled: Result<Compiled<T>, FeelError>, elementId: string, fallback: T): Compiled<T> {
    if (!compiled.ok) {
      this.problem(compiled.error.code, compiled.error.message, elementId);
      return { code: fallback, reads: [], requires: [], slots: 0 };
    }
    this.slots = Math.max(this.slots, compiled.value.slots);
    return compiled.value;
  }
}
