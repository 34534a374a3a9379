import { useCallback, useState } from 'react';
import type { BlankField } from '@thidua/contract';

export type Fields = readonly BlankField[];

export interface FieldHistory {
  readonly fields: Fields;
  /** Shown while the pointer holds a field; not yet a step that can be undone. */
  readonly preview: (fields: Fields | null) => void;
  readonly change: (fields: Fields) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly dirty: boolean;
  /** What is there now is what the server has. */
  readonly saved: () => void;
}

interface State {
  readonly steps: readonly Fields[];
  readonly at: number;
  readonly kept: Fields;
}

const MOST_STEPS = 200;

/** The fields of a blank being arranged, with every step to go back to. */
export function useFields(start: Fields): FieldHistory {
  const [state, setState] = useState<State>({ steps: [start], at: 0, kept: start });
  const [shown, preview] = useState<Fields | null>(null);
  const now = state.steps[state.at] ?? start;
  const change = useCallback((fields: Fields) => {
    preview(null);
    setState(({ steps, at, kept }) => {
      const next = [...steps.slice(0, at + 1), fields].slice(-MOST_STEPS);
      return { steps: next, at: next.length - 1, kept };
    });
  }, []);
  const step = useCallback((by: number) => {
    setState((was) => ({ ...was, at: Math.min(was.steps.length - 1, Math.max(0, was.at + by)) }));
  }, []);
  return {
    fields: shown ?? now,
    preview,
    change,
    undo: () => {
      step(-1);
    },
    redo: () => {
      step(1);
    },
    canUndo: state.at > 0,
    canRedo: state.at < state.steps.length - 1,
    dirty: now !== state.kept && JSON.stringify(now) !== JSON.stringify(state.kept),
    saved: () => {
      setState((was) => ({ ...was, kept: was.steps[was.at] ?? was.kept }));
    },
  };
}

/** To the tenth of a millimetre. */
export function tenth(mm: number): number {
  return Math.round(mm * 10) / 10;
}

export function replaced(fields: Fields, key: string, change: Partial<BlankField>): Fields {
  return fields.map((field) => (field.key === key ? { ...field, ...change } : field));
}
