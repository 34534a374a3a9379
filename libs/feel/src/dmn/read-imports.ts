import type { Builder } from './builder';
import { isModelSpace } from './dmn-schema';
import { attributeOf, childrenOf, nameOf, wordOf } from './elements';
import type { Model } from './model';
import type { XmlElement } from './xml-tree';

export interface Import {
  /** Empty when what is imported goes by its own names. */
  readonly name: string;
  readonly model: Model;
}

/** The models a file imports. Of other kinds (PMML, XML Schema) nothing is read, so they are refused. */
export function readImports(root: XmlElement, others: ReadonlyMap<string, Model>, builder: Builder): readonly Import[] {
  return childrenOf(root, 'import').flatMap((element) => {
    const [id, name] = [attributeOf(element, 'id') ?? null, nameOf(element)];
    const kind = wordOf(element, 'importType');
    if (!isModelSpace(kind)) {
      builder.problem('dmn-unsupported', `only DMN models are imported, not ${kind}`, id);
      return [];
    }
    const namespace = wordOf(element, 'namespace');
    const model = others.get(namespace);
    if (model === undefined) {
      builder.problem('dmn-reference', `there is no model ${namespace} to import`, id);
    }
    return model === undefined ? [] : [{ name, model }];
  });
}

/** The name something imported has here. */
export function qualified(importName: string, name: string): string {
  return importName === '' ? name : `${importName}.${name}`;
}
