/** A drawing the server has not got yet. */
export interface Unsaved {
  readonly xml: string;
  /** The saving it was made from. */
  readonly rev: number;
  readonly at: string;
}

export interface LocalCopy {
  /** False: the browser has no room for it. */
  keep(unsaved: Omit<Unsaved, 'at'>): boolean;
  read(): Unsaved | null;
  drop(): void;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The copy of one draft in this browser; it holds a diagram, never people's data. */
export function localCopy(definitionId: string, shelf: Shelf = localStorage): LocalCopy {
  const key = `thidua.draft.${definitionId}`;
  return {
    keep: (unsaved) => {
      try {
        shelf.setItem(key, JSON.stringify({ ...unsaved, at: new Date().toISOString() }));
        return true;
      } catch (error) {
        if (error instanceof DOMException) {
          shelf.removeItem(key);
          return false;
        }
        throw error;
      }
    },
    read: () => parse(shelf.getItem(key)),
    drop: () => {
      shelf.removeItem(key);
    },
  };
}

function parse(text: string | null): Unsaved | null {
  const value: unknown = text === null ? null : JSON.parse(text);
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  const [xml, rev, at] = ['xml', 'rev', 'at'].map((name): unknown => Reflect.get(value, name));
  return typeof xml === 'string' && typeof rev === 'number' && typeof at === 'string' ? { xml, rev, at } : null;
}
