import { builtins } from '../builtins/builtins';
import { entryOf, isContext, type Value } from '../value/value';
import type { Code, Compiler, Frame, Local, Scope } from './compiler';
import { sameName } from './syntax';

export const ROOT: Scope = { kind: 'root' };

/** Opens a scope with one more name. */
export function withLocal(compiler: Compiler, name: string, outer: Scope): Local {
  return { kind: 'local', name: sameName(name), slot: takeSlot(compiler), outer, used: false };
}

export function takeSlot(compiler: Compiler): number {
  compiler.slots += 1;
  return compiler.slots - 1;
}

/** Whether a name is one of the surroundings, and so hides a built-in. */
export function isOwn(compiler: Compiler, name: string, scope: Scope): boolean {
  const plain = sameName(name);
  for (let at = scope; at.kind !== 'root'; at = at.outer) {
    if (at.kind === 'local' && at.name === plain) {
      return true;
    }
  }
  return compiler.spelled.has(plain);
}

/** Code that reads a name: locals by slot, entries of filter items, variables, then built-ins. */
export function readName(compiler: Compiler, name: string, scope: Scope): Code {
  const plain = sameName(name);
  const items: number[] = [];
  for (let at = scope; at.kind !== 'root'; at = at.outer) {
    if (at.kind === 'item') {
      items.push(at.slot);
      if (name === 'item') {
        return readItems(name, items, readSlot(at.slot));
      }
    } else if (at.name === plain) {
      at.used = true;
      return readItems(name, items, readSlot(at.slot));
    }
  }
  const variable = compiler.spelled.get(plain) ?? name;
  compiler.reads.add(variable);
  if (items.length === 0 && compiler.quiet === 0 && !builtins.has(variable)) {
    compiler.requires.add(variable);
  }
  return readItems(variable, items, readVariable(variable));
}

function readSlot(slot: number): Code {
  return ({ locals }) => locals[slot] ?? null;
}

function readVariable(name: string): Code {
  const missing = (frame: Frame): Value => builtins.get(name)?.value ?? frame.run.warn(`unknown variable: ${name}`);
  if (name in Object.prototype) {
    return (frame) => entryOf(frame.vars, name) ?? missing(frame);
  }
  return (frame) => {
    const value = frame.vars[name];
    return value === undefined ? missing(frame) : value;
  };
}

function readItems(name: string, slots: readonly number[], otherwise: Code): Code {
  if (slots.length === 0) {
    return otherwise;
  }
  return (frame) => {
    for (const slot of slots) {
      const item = frame.locals[slot] ?? null;
      const value = isContext(item) ? entryOf(item, name) : undefined;
      if (value !== undefined) {
        return value;
      }
    }
    return otherwise(frame);
  };
}
