import { canonicalJson } from '@thidua/runtime';
import type { Resources } from '@thidua/store';
import type { JsonValue } from '@thidua/kernel';
import { HOUSE_FORMS } from '../house-forms';
import { quoted, type Change } from './words';

/** Forms and decision tables that travel with the diagram; those of the house are said by the steps that use them. */
export function resourceChanges(before: Resources, after: Resources, process: string): readonly Change[] {
  return [
    ...compared('biểu mẫu', withoutHouse(before.forms), withoutHouse(after.forms), process),
    ...compared('bảng quyết định', before.decisions, after.decisions, process),
  ];
}

type Files = Readonly<Record<string, JsonValue>>;

function withoutHouse(forms: Files): Files {
  return Object.fromEntries(Object.entries(forms).filter(([name]) => !(name in HOUSE_FORMS)));
}

function compared(what: string, before: Files, after: Files, process: string): readonly Change[] {
  const told = (kind: Change['kind'], verb: string, name: string): Change => ({
    elementId: process,
    kind,
    text: `${verb} ${what} ${quoted(name)}`,
  });
  return [
    ...Object.keys(after).flatMap((name) => (name in before ? [] : [told('added', 'Thêm', name)])),
    ...Object.keys(before).flatMap((name) => (name in after ? [] : [told('removed', 'Bỏ', name)])),
    ...Object.entries(after).flatMap(([name, body]) => {
      const known = before[name];
      return known === undefined || canonicalJson(known) === canonicalJson(body) ? [] : [told('changed', 'Sửa nội dung', name)];
    }),
  ];
}
