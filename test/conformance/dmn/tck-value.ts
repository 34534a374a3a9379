import type { XmlElement } from '../../../libs/feel/src/dmn/xml-tree';
import { nameText } from '../../../libs/feel/src/dmn/elements';
import { parseNumber } from '../../../libs/feel/src/value/number';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../../../libs/feel/src/value/parse-temporal';
import type { Value } from '../../../libs/feel/src/value/value';

/** A value of a TCK test file: `value`, a `list` of `item`s, or `component`s by name. */
export function tckValue(holder: XmlElement): Value {
  const components = holder.children.filter(({ name }) => name === 'component');
  if (components.length > 0) {
    return Object.fromEntries(components.map((component) => [nameText(component.attributes.get('name') ?? ''), tckValue(component)]));
  }
  const list = holder.children.find(({ name }) => name === 'list');
  if (list !== undefined) {
    return list.children.filter(({ name }) => name === 'item').map(tckValue);
  }
  const value = holder.children.find(({ name }) => name === 'value');
  return value === undefined || attribute(value, 'nil') === 'true' ? null : typed(value);
}

function typed(value: XmlElement): Value {
  const { text } = value;
  const type = attribute(value, 'type')?.replace(/^.*:/, '') ?? 'string';
  switch (type) {
    case 'string':
      return text;
    case 'boolean':
      return text.trim() === 'true';
    case 'date':
      return readable(parseDate(text.trim()), value);
    case 'time':
      return readable(parseTime(text.trim()), value);
    case 'dateTime':
      return readable(parseDateTime(text.trim()), value);
    case 'duration':
    case 'dayTimeDuration':
    case 'yearMonthDuration':
      return readable(parseDuration(text.trim()), value);
    case 'decimal':
    case 'double':
    case 'float':
    case 'integer':
    case 'int':
    case 'long':
      return readable(parseNumber(text.trim()), value);
    default:
      throw new Error(`a test value of type ${type} is not known`);
  }
}

/** Attributes of XML Schema go by whatever prefix a file chose. */
function attribute(element: XmlElement, name: string): string | undefined {
  return [...element.attributes].find(([key]) => key === name || key.endsWith(`:${name}`))?.[1];
}

function readable(value: Value, { text }: XmlElement): Value {
  if (value === null) {
    throw new Error(`the test value ${text} cannot be read`);
  }
  return value;
}
