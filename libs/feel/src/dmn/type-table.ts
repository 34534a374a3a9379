import type { Known } from '../compile/compiler';
import { NOTHING_KNOWN } from '../compile/compiler';
import type { Value } from '../value/value';
import type { Builder } from './builder';
import { ANY, builtInType, isInstanceOf, type DmnType, type NamedType } from './dmn-type';
import { attributeOf, childOf, childText, childrenOf, nameOf, nameText, sourceOf } from './elements';
import type { XmlElement } from './xml-tree';

/** The types of one model: the built-in ones, its item definitions, and those of imported models as `import.name`. */
export class TypeTable {
  /** For `instance of`. */
  readonly checks: Known['types'];
  readonly own: ReadonlyMap<string, NamedType>;
  private readonly imported: ReadonlyMap<string, NamedType>;
  private readonly builder: Builder;

  constructor(definitions: readonly XmlElement[], imported: ReadonlyMap<string, NamedType>, builder: Builder) {
    this.imported = imported;
    this.builder = builder;
    const own = new Map<string, NamedType>();
    const circles = new Set<string>();
    this.own = own;
    for (const definition of definitions) {
      const name = nameOf(definition);
      const type = this.build(definition);
      own.set(name, { kind: 'named', name, definition: () => (circles.has(name) ? ANY : type) });
    }
    this.checks = new Map([...imported, ...own].map(([name, type]) => [name, (value: Value) => isInstanceOf(value, type)]));
    for (const [name, type] of own) {
      if (isCircle(type)) {
        circles.add(name);
        builder.problem('dmn-cycle', `the type ${name} is itself`, name);
      }
    }
  }

  /** The type a reference names; without one, any. An unknown name is a problem. */
  resolve(ref: string | undefined, elementId: string): NamedType {
    const name = nameText((ref ?? 'Any').replace(/^feel:/, ''));
    const known = this.own.get(name) ?? this.imported.get(name) ?? builtInType(name);
    if (known === undefined) {
      this.builder.problem('dmn-reference', `there is no type ${name}`, elementId);
    }
    return known ?? ANY;
  }

  /** Found when asked for: definitions refer to later ones. */
  private reference(ref: string, id: string): DmnType {
    const found: { type?: DmnType } = {};
    return { kind: 'named', name: nameText(ref), definition: () => (found.type ??= this.resolve(ref, id)) };
  }

  private build(definition: XmlElement): DmnType {
    const id = attributeOf(definition, 'id') ?? nameOf(definition);
    const base = this.limited(this.plain(definition, id), sourceOf(childOf(definition, 'allowedValues')), id);
    const type: DmnType = attributeOf(definition, 'isCollection') === 'true' ? { kind: 'list', item: base } : base;
    return this.limited(type, sourceOf(childOf(definition, 'typeConstraint')), id);
  }

  private plain(definition: XmlElement, id: string): DmnType {
    const components = childrenOf(definition, 'itemComponent');
    if (components.length > 0) {
      return { kind: 'context', entries: new Map(components.map((component) => [nameOf(component), this.build(component)])) };
    }
    const functionItem = childOf(definition, 'functionItem');
    if (functionItem !== undefined) {
      return { kind: 'function', params: childrenOf(functionItem, 'parameters').length };
    }
    const ref = childText(definition, 'typeRef');
    return ref === undefined ? ANY : this.reference(ref, id);
  }

  private limited(base: DmnType, source: string, id: string): DmnType {
    if (source === '') {
      return base;
    }
    const { builder } = this;
    return { kind: 'limited', base, allowed: builder.tests(source, id, NOTHING_KNOWN), slots: () => builder.slots, source };
  }
}

/** A type that is itself by reference, or by the items of its own list, has no values. */
function isCircle(type: DmnType): boolean {
  const seen = new Set<DmnType>();
  let at = type;
  while (at.kind === 'named' || at.kind === 'limited' || at.kind === 'list') {
    if (seen.has(at)) {
      return true;
    }
    seen.add(at);
    at = at.kind === 'named' ? at.definition() : at.kind === 'list' ? at.item : at.base;
  }
  return false;
}
