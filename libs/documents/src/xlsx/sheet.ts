/** A cell as people see it: texts NFC-normalised and trimmed, codes as text, a day as its midnight in UTC. */
export type Cell = string | number | Date | null;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

export interface SheetColumn {
  readonly title: string;
  /** Characters; 18 when absent. */
  readonly width?: number;
  readonly type: 'text' | 'date' | 'number';
}

export interface SheetOut extends Sheet {
  readonly columns: readonly SheetColumn[];
}
