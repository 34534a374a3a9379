import { textOf } from '../moddle/access';
import { addExtension, mapped, put, unmappable, type Converting } from './converting';
import { feelFor } from './expressions';
import { take, type Words } from './words';

/** A script task: FEEL and JUEL are said in FEEL; any other language cannot run here, for security. */
export function convertScript(converting: Converting, words: Words): void {
  const { element } = words;
  if (element.$type !== 'bpmn:ScriptTask') {
    return;
  }
  const result = take(words, 'resultVariable');
  const resource = take(words, 'resource');
  const format = textOf(element, 'scriptFormat') ?? '';
  const script = textOf(element, 'script')?.trim() ?? '';
  if (resource === undefined && script === '') {
    return;
  }
  const isFeel = /^feel$/i.test(format);
  if (resource !== undefined || !(isFeel || /^(juel|uel)$/i.test(format))) {
    unmappable(converting, element, resource?.what ?? 'script', resource?.value ?? `${format}: ${script}`, {
      vi: `Kịch bản ${format} không chạy được ở đây. Viết lại bằng FEEL, hoặc dùng bước dịch vụ với một công việc của hệ thống.`,
      en: `A ${format} script cannot run here. Write it in FEEL, or use a service task with a job of this system.`,
    });
    return;
  }
  const expression = isFeel ? `=${script.replace(/^=/, '')}` : juel(converting, words, script);
  if (expression === undefined) {
    return;
  }
  put(element, 'script', undefined);
  put(element, 'scriptFormat', undefined);
  const resultVariable = result?.value ?? 'result';
  addExtension(converting, element, 'zeebe:Script', { expression, resultVariable });
  mapped(converting, element, `script (${format})`, `zeebe:script expression="${expression}" resultVariable="${resultVariable}"`);
}

function juel(converting: Converting, words: Words, value: string): string | undefined {
  const feel = feelFor(converting, words.element, { what: 'script', value });
  return feel === undefined ? undefined : `=${feel.source}`;
}
