import { describe, expect, it } from 'vitest';
import { executed, executedMenus, type MenuServices } from './executed-menus';

type Provider = Record<
  string,
  (element?: object) => (entries: object) => Record<string, { title?: string; action?: { click(): void } } | undefined>
>;

/** The menus as bpmn-js would register them, and what was made. */
function menus(): { palette: Provider; contextPad: Provider; made: unknown[]; appended: unknown[] } {
  const [made, appended]: [unknown[], unknown[]] = [[], []];
  const found: Record<string, Provider> = {};
  const keep = (name: string) => ({
    registerProvider: (...given: readonly unknown[]): void => {
      found[name] = given.at(-1) as Provider;
    },
  });
  const services = {
    create: { start: (_: unknown, shape: unknown) => made.push(shape) },
    elementFactory: { createShape: (attributes: object) => attributes },
    autoPlace: { append: (_: unknown, shape: unknown) => appended.push(shape) },
    translate: (text: string) => text,
  } as unknown as MenuServices;
  const { create, elementFactory, autoPlace, translate } = services;
  executedMenus(keep('palette'), keep('contextPad'), keep('popupMenu'), create, elementFactory, autoPlace, translate);
  return { palette: found['palette'] as Provider, contextPad: found['contextPad'] as Provider, made, appended };
}

describe('executed-menus', () => {
  it('leave out what the engine does not run, and nothing else', () => {
    const all = {
      'create.data-object': {},
      'create.data-store': {},
      'replace-with-data-store-reference': {},
      'create.participant-expanded': {},
    };
    expect(Object.keys(executed(all))).toEqual(['create.data-object', 'create.participant-expanded']);
  });

  it('make a new step one that somebody gets, in the place of the plain one', () => {
    const { palette, contextPad, made, appended } = menus();
    const tools = palette['getPaletteEntries']?.()({
      'create.gateway': {},
      'create.task': { title: 'Create task' },
      'create.data-store': {},
    });
    expect(Object.keys(tools ?? {})).toEqual(['create.gateway', 'create.task']);
    tools?.['create.task']?.action?.click();
    expect(made).toEqual([{ type: 'bpmn:UserTask' }]);
    contextPad['getContextPadEntries']?.({})({ 'append.append-task': {} })['append.append-task']?.action?.click();
    expect(appended).toEqual([{ type: 'bpmn:UserTask' }]);
  });

  it('add no step where none may follow', () => {
    expect(menus().contextPad['getContextPadEntries']?.({})({ connect: {} })).toEqual({ connect: {} });
  });
});
