import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useText } from '../i18n/use-text';
import './split-pane.css';

interface Props {
  /** Under this name the width is remembered. */
  readonly name: string;
  readonly left: ReactNode;
  /** null: the left pane stands alone, in the same place of the tree, so that what was typed in it stays. */
  readonly right: ReactNode | null;
}

const clamp = (percent: number): number => Math.round(Math.max(25, Math.min(75, percent)));

/** Two panes that resize by pointer or arrow keys and remember it; on a phone they stand one under the other. */
export function SplitPane({ name, left, right }: Props): ReactNode {
  const t = useText();
  const stored = `thidua.pane.${name}`;
  const [percent, setPercent] = useState(() => clamp(Number(localStorage.getItem(stored) ?? '46')));
  const set = (next: number): void => {
    setPercent(clamp(next));
    localStorage.setItem(stored, String(clamp(next)));
  };
  const onMove = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box !== undefined && event.currentTarget.hasPointerCapture(event.pointerId)) {
      set(((event.clientX - box.left) / box.width) * 100);
    }
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      set(percent + (event.key === 'ArrowLeft' ? -2 : 2));
    }
  };
  const columns = `minmax(0, ${String(percent)}fr) 12px minmax(0, ${String(100 - percent)}fr)`;
  return (
    <div className={right === null ? 'split-alone' : 'split'} style={right === null ? {} : { gridTemplateColumns: columns }}>
      <div className="split-pane">{left}</div>
      {right === null ? null : (
        <>
          <div
            className="split-handle"
            role="separator"
            tabIndex={0}
            aria-orientation="vertical"
            aria-label={t('frame.resize')}
            aria-valuenow={percent}
            aria-valuemin={25}
            aria-valuemax={75}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={onMove}
            onKeyDown={onKey}
          />
          <div className="split-pane">{right}</div>
        </>
      )}
    </div>
  );
}
