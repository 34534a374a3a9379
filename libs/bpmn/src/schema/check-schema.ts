import type { JsonObject } from '@thidua/kernel';
import type { Refusal, RefusalCode } from '../refusal';
import { visitTags, type Tag } from './tags';
import { LOOP_MARKERS, REQUIRED_ATTRIBUTES, REQUIRED_CHILDREN, SINGLE_CHILDREN, VALUE_KINDS } from './words';

/**
 * What the BPMN schema demands and the parser does not tell: values of the wrong type, missing attributes and children, and
 * children that stand twice. The order of children is not looked at: it changes no meaning, and tools differ.
 * @param xml well-formed
 */
export function checkSchema(xml: string): readonly Refusal[] {
  const found: Refusal[] = [];
  visitTags(xml, (tag) => {
    found.push(...wrongValues(tag), ...missing(tag), ...repeated(tag), ...severalMarkers(tag));
  });
  return found;
}

function wrongValues(tag: Tag): readonly Refusal[] {
  return [...tag.attributes].flatMap(([attribute, value]) => {
    const kind = VALUE_KINDS.get(attribute);
    return kind === undefined || kind.fits(value.trim())
      ? []
      : [refuse(tag, 'schema-invalid', { reason: 'value', attribute, value: value.slice(0, 100), expected: kind.expected })];
  });
}

function missing(tag: Tag): readonly Refusal[] {
  return [
    ...(REQUIRED_ATTRIBUTES[tag.local] ?? [])
      .filter((attribute) => !tag.attributes.has(attribute))
      .map((attribute) => refuse(tag, 'schema-invalid', { reason: 'attribute-missing', attribute })),
    ...(REQUIRED_CHILDREN[tag.local] ?? [])
      .filter((child) => !tag.children.has(child))
      .map((child) => refuse(tag, 'schema-invalid', { reason: 'child-missing', child })),
  ];
}

function repeated(tag: Tag): readonly Refusal[] {
  return SINGLE_CHILDREN.filter((child) => (tag.children.get(child) ?? 0) > 1).map((child) =>
    refuse(tag, 'schema-invalid', { reason: 'child-repeated', child }),
  );
}

function severalMarkers(tag: Tag): readonly Refusal[] {
  const markers = LOOP_MARKERS.reduce((sum, marker) => sum + (tag.children.get(marker) ?? 0), 0);
  const isSubProcess = /subprocess|transaction/i.test(tag.local);
  return markers > 1 ? [refuse(tag, 'loop-markers-several', { reason: isSubProcess ? 'subprocess' : 'task' })] : [];
}

/** Points at the element, or the nearest one around it that has an id. */
function refuse(tag: Tag, code: RefusalCode, detail: JsonObject): Refusal {
  const named = nearestNamed(tag);
  const [id, name] = [named?.attributes.get('id'), named?.attributes.get('name')];
  return {
    code,
    ...(id === undefined ? {} : { elementId: id }),
    ...(name === undefined ? {} : { elementName: name }),
    elementType: `bpmn:${tag.local.charAt(0).toUpperCase()}${tag.local.slice(1)}`,
    path: [...(id === undefined ? [] : [id]), ...(named === tag ? [] : [tag.local])].join('/'),
    detail: { element: tag.local, ...detail },
    severity: 'error',
  };
}

function nearestNamed(tag: Tag): Tag | undefined {
  return tag.attributes.has('id') || tag.parent === undefined ? tag : nearestNamed(tag.parent);
}
