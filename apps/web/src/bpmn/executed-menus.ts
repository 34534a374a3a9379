import type { DiagramElement } from './types';

type Entries = Record<string, Entry | undefined>;
interface Entry {
  readonly group?: string;
  readonly className?: string;
  readonly title?: string;
  readonly action?: unknown;
}
interface Menus {
  registerProvider(priority: number, provider: object): void;
}
interface ReplaceMenu {
  registerProvider(id: string, priority: number, provider: object): void;
}
/** What the entries below use of bpmn-js. */
export interface MenuServices {
  readonly palette: Menus;
  readonly contextPad: Menus;
  readonly popupMenu: ReplaceMenu;
  readonly create: { start(event: unknown, shape: unknown): void };
  readonly elementFactory: { createShape(attributes: object): unknown };
  readonly autoPlace: { append(source: DiagramElement, shape: unknown): void };
  readonly translate: (text: string) => string;
}

/** Nobody serves a data store: the engine refuses whatever reads or writes one. */
const NOT_EXECUTED = /data-store/;
/** After the entries of bpmn-js itself. */
const LATER = 500;

/**
 * Menus offer what the engine runs and nothing else, and the plain task, which nobody does, gives its place to the user task: whoever
 * adds a step means one that somebody gets.
 */
export function executedMenus(...[palette, contextPad, popupMenu, create, elementFactory, autoPlace, translate]: Injected): void {
  const services: MenuServices = { palette, contextPad, popupMenu, create, elementFactory, autoPlace, translate };
  palette.registerProvider(LATER, { getPaletteEntries: () => (entries: Entries) => paletteOf(entries, services) });
  contextPad.registerProvider(LATER, {
    getContextPadEntries: (element: DiagramElement) => (entries: Entries) => padOf(entries, element, services),
  });
  popupMenu.registerProvider('bpmn-replace', LATER, { getPopupMenuEntries: () => executed });
}
/** bpmn-js hands over its services by these names. */
executedMenus.$inject = ['palette', 'contextPad', 'popupMenu', 'create', 'elementFactory', 'autoPlace', 'translate'];

type Injected = [
  MenuServices['palette'],
  MenuServices['contextPad'],
  MenuServices['popupMenu'],
  MenuServices['create'],
  MenuServices['elementFactory'],
  MenuServices['autoPlace'],
  MenuServices['translate'],
];

export const EXECUTED_MENUS = { __init__: ['executedMenus'], executedMenus: ['type', executedMenus] };

/** Without what the engine does not run. */
export function executed(entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => !NOT_EXECUTED.test(id)));
}

function paletteOf(entries: Entries, { create, elementFactory, translate }: MenuServices): Entries {
  const start = (event: unknown): void => {
    create.start(event, elementFactory.createShape({ type: 'bpmn:UserTask' }));
  };
  return exchanged(entries, 'create.task', {
    group: 'activity',
    className: 'bpmn-icon-user-task',
    title: translate('Create user task'),
    action: { dragstart: start, click: start },
  });
}

function padOf(entries: Entries, element: DiagramElement, { create, elementFactory, autoPlace, translate }: MenuServices): Entries {
  const made = (): unknown => elementFactory.createShape({ type: 'bpmn:UserTask' });
  return exchanged(entries, 'append.append-task', {
    group: 'model',
    className: 'bpmn-icon-user-task',
    title: translate('Append user task'),
    action: {
      click: () => {
        autoPlace.append(element, made());
      },
      dragstart: (event: unknown) => {
        create.start(event, made());
      },
    },
  });
}

/** In its place, so that the order of the menu stays. */
function exchanged(entries: Entries, id: string, entry: Entry): Entries {
  return Object.fromEntries(Object.entries(executed(entries)).map(([name, old]) => [name, name === id && old !== undefined ? entry : old]));
}
