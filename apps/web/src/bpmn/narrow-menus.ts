type Entries = Record<string, unknown>;

interface Palette {
  registerProvider(priority: number, provider: { getPaletteEntries: () => (entries: Entries) => Entries }): void;
}
interface PopupMenu {
  registerProvider(id: string, priority: number, provider: { getPopupMenuEntries: () => (entries: Entries) => Entries }): void;
}

const NOT_IN_PALETTE = /data-object|data-store|group|create\.participant/;
const NOT_EXECUTED =
  /manual|send-task|receive|script|conditional|signal|escalation|compensation|cancel|link|inclusive|complex|event-based|ad-hoc|transaction|sequential|loop|collapsed-pool|data-/;

const without = (entries: Entries, pattern: RegExp): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([id]) => !pattern.test(id)));

/** Takes from bpmn-js's palette and menus what the engine would refuse at deploy anyway. */
function narrowMenus(palette: Palette, popupMenu: PopupMenu): void {
  palette.registerProvider(500, { getPaletteEntries: () => (entries) => without(entries, NOT_IN_PALETTE) });
  for (const menu of ['bpmn-replace', 'bpmn-append', 'bpmn-create']) {
    popupMenu.registerProvider(menu, 500, { getPopupMenuEntries: () => (entries) => without(entries, NOT_EXECUTED) });
  }
}
narrowMenus.$inject = ['palette', 'popupMenu'];

export const NARROW_MENUS = { __init__: [narrowMenus] };
