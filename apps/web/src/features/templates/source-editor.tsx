import { useRef, type ReactNode, type RefObject } from 'react';
import { useText } from '../../i18n/use-text';

interface Props {
  readonly value: string;
  readonly readOnly: boolean;
  /** Lines with a fault, from 1. */
  readonly marked: ReadonlySet<number>;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (value: string) => void;
}

/** The source with its line numbers; a line with a fault is marked. Lines are never wrapped, so that numbers stand beside them. */
export function SourceEditor({ value, readOnly, marked, area, onChange }: Props): ReactNode {
  const t = useText();
  const gutter = useRef<HTMLDivElement>(null);
  const count = value.split('\n').length;
  return (
    <div className="source-editor">
      <div className="source-gutter" ref={gutter} aria-hidden>
        {Array.from({ length: count }, (_, at) => (
          <div key={at} className={marked.has(at + 1) ? 'source-wrong' : undefined}>
            {at + 1}
          </div>
        ))}
      </div>
      <textarea
        ref={area}
        className="source-text"
        aria-label={t('templates.source')}
        spellCheck={false}
        wrap="off"
        rows={24}
        readOnly={readOnly}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        onScroll={(event) => {
          if (gutter.current !== null) {
            gutter.current.scrollTop = event.currentTarget.scrollTop;
          }
        }}
      />
    </div>
  );
}

/** Puts the cursor on a line and brings it into sight. */
export function goToLine(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) {
    return;
  }
  const lines = area.value.split('\n');
  const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  area.scrollTop = Math.max(0, (line - 6) * (area.scrollHeight / lines.length));
}
