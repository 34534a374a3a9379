import type { Result } from '@thidua/kernel';
import { compileCode, compileTestsCode, type Compiled } from '../compile/compile';
import type { Code, Known, Test } from '../compile/compiler';
import type { FeelError } from '../feel-error';
import type { DmnProblem } from './dmn-problem';

/**
 * Compiles the FEEL of one file and collects what is wrong with it. A part with a problem is null with the problem as a warning:
 * a file with problems is refused, but can still be asked what the rest of it gives.
 */
export class Builder {
  readonly problems: DmnProblem[] = [];
  /** Locals any part needs; one array serves all parts that run one after the other. */
  slots = 0;

  expression(
    source: string,
    elementId: string | null,
    known: Known,
  ): { readonly code: Code; readonly constant?: Compiled<Code>['constant'] } {
    const compiled = this.keep(compileCode(source.normalize('NFC'), known), elementId);
    return typeof compiled === 'string' ? { code: (frame) => frame.run.warn(compiled) } : compiled;
  }

  tests(source: string, elementId: string | null, known: Known): Test {
    const compiled = this.keep(compileTestsCode(source.normalize('NFC'), known), elementId);
    return typeof compiled === 'string' ? (frame) => frame.run.warn(compiled) : compiled.code;
  }

  problem(code: DmnProblem['code'], message: string, elementId: string | null): void {
    this.problems.push({ code, message, elementId });
  }

  /** Code for what cannot be compiled. */
  refuse(code: DmnProblem['code'], message: string, elementId: string | null): Code {
    this.problem(code, message, elementId);
    return (frame) => frame.run.warn(message);
  }

  private keep<T>(compiled: Result<Compiled<T>, FeelError>, elementId: string | null): Compiled<T> | string {
    if (!compiled.ok) {
      const { code, message } = compiled.error;
      this.problem(code, message, elementId);
      return message;
    }
    this.slots = Math.max(this.slots, compiled.value.slots);
    return compiled.value;
  }
}
