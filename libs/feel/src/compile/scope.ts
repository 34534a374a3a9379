import { builtins } from '../builtins/builtins';
import { entryOf, isContext, type Value } from '../value/value';
import type { Code, Compiler, Frame, Scope } from './compiler';

export const ROOT: Scope = { kind: 'root' };

/** Opens a scope with one new slot per name. */
export function withLocals(compiler: Compiler, names: readonly string[], outer: Scope): Scope & { readonly kind: 'locals' } {
  return { kind: 'locals', slots: new Map(names.map((name) => [name, takeSlot(compiler)])), outer, used: new Set() };
}

export function takeSlot(compiler: Compiler): number {
  compiler.slots += 1;
  return compiler.slots - 1;
}

export function isLocal(name: string, scope: Scope): boolean {
  for (let at = scope; at.kind !== 'root'; at = at.outer) {
    if (at.kind === 'locals' && at.slots.has(name)) {
      return true;
    }
  }
  return false;
}

/** Code that reads a name: locals by slot, entries of filter items, variables, then built-ins. */
export function readName(compiler: Compiler, name: string, scope: Scope): Code {
  const items: number[] = [];
  for (let at = scope; at.kind !== 'root'; at = at.outer) {
    if (at.kind === 'item') {
      if (name === 'item') {
        return readItems(name, [at.slot], readSlot(at.slot));
      }
      items.push(at.slot);
      continue;
    }
    const slot = at.slots.get(name);
    if (slot !== undefined) {
      at.used?.add(name);
      return readItems(name, items, readSlot(slot));
    }
  }
  compiler.reads.add(name);
  if (items.length === 0 && compiler.quiet === 0 && !builtins.has(name)) {
    compiler.requires.add(name);
  }
  return readItems(name, items, readVariable(name));
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
