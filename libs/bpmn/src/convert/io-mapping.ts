import type { ModdleElement } from 'bpmn-moddle';
import { textOf } from '../moddle/access';
import { addPart, changed, extensionFor, mapped, unmappable, type Converting } from './converting';
import { feelFor } from './expressions';
import { feelText } from './juel/write-feel';
import { bodyOf, localName, partsOf, shown, takeChildren, type Words } from './words';

/** `inputOutput` of any element: texts, expressions, lists and maps; scripts have no meaning here. */
export function convertIoMapping(converting: Converting, words: Words): void {
  const { element } = words;
  for (const block of takeChildren(words, 'inputOutput')) {
    for (const parameter of partsOf(block)) {
      const list = localName(parameter.$type) === 'inputParameter' ? 'inputParameters' : 'outputParameters';
      const name = textOf(parameter, 'name') ?? '';
      const source = contentOf(converting, element, parameter, `${parameter.$type} ${name}`);
      if (source !== undefined) {
        addMapping(converting, element, list, { source, target: name });
        mapped(
          converting,
          element,
          `${parameter.$type} ${name}`,
          `${list === 'inputParameters' ? 'zeebe:input' : 'zeebe:output'} source="=${source}"`,
        );
      }
    }
    if (partsOf(block, 'outputParameter').length > 0) {
      changed(converting, element, block.$type, 'zeebe:ioMapping', {
        vi: 'Khi đã khai báo đầu ra, chỉ những biến đó rời khỏi bước này; biến khác do bước trả về không được giữ.',
        en: 'Once outputs are declared, only those variables leave the step; others it returns are not kept.',
      });
    }
  }
}

/** One `zeebe:input` or `zeebe:output`; `source` is FEEL without '='. */
export function addMapping(
  converting: Converting,
  element: ModdleElement,
  list: 'inputParameters' | 'outputParameters',
  { source, target }: { readonly source: string; readonly target: string },
): void {
  const type = list === 'inputParameters' ? 'zeebe:Input' : 'zeebe:Output';
  addPart(converting, extensionFor(converting, element, 'zeebe:IoMapping'), list, type, { source: `=${source}`, target });
}

/** FEEL for the content of a parameter, list item or map entry. */
function contentOf(converting: Converting, element: ModdleElement, holder: ModdleElement, what: string): string | undefined {
  const [part] = partsOf(holder);
  if (part !== undefined) {
    return structureOf(converting, element, part, what);
  }
  const value = bodyOf(holder);
  return value === '' ? 'null' : feelFor(converting, element, { what, value })?.source;
}

function structureOf(converting: Converting, element: ModdleElement, part: ModdleElement, what: string): string | undefined {
  switch (localName(part.$type)) {
    case 'list': {
      const items = partsOf(part).map((item) =>
        localName(item.$type) === 'value' ? contentOf(converting, element, item, what) : structureOf(converting, element, item, what),
      );
      return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
    }
    case 'map': {
      const entries = partsOf(part, 'entry').map((entry) => {
        const value = contentOf(converting, element, entry, what);
        return value === undefined ? undefined : `${feelText(textOf(entry, 'key') ?? '')}: ${value}`;
      });
      return entries.includes(undefined) ? undefined : `{${entries.join(', ')}}`;
    }
    default:
      unmappable(converting, element, what, shown(part), {
        vi: `«${what}» tính bằng ${textOf(part, 'scriptFormat') ?? localName(part.$type)}; hệ thống chỉ chạy FEEL. Viết lại bằng FEEL.`,
        en: `"${what}" is computed in ${textOf(part, 'scriptFormat') ?? localName(part.$type)}; only FEEL runs here. Write it in FEEL.`,
      });
      return undefined;
  }
}
