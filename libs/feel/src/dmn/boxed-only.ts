import type { Code } from '../compile/compiler';
import { expressionsOf } from './elements';
import type { Compile, Scope } from './scope';
import type { XmlElement } from './xml-tree';

/** Compiles the one expression inside an element; none, or several, is a problem. */
export function compileOnly(element: XmlElement, scope: Scope, compile: Compile): Code {
  const [only, ...more] = expressionsOf(element);
  if (only === undefined || more.length > 0) {
    return scope.builder.refuse('dmn-shape', `<${element.name}> holds one expression`, scope.id);
  }
  return compile(only, scope);
}
