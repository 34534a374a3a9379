import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../../../i18n/use-text';

export interface LineRange {
  readonly from: number;
  readonly to: number;
}

interface Props {
  readonly lines: readonly string[];
  /** Lit and brought into sight. */
  readonly marked: LineRange | null;
  /** Lines that any field rests on. */
  readonly used: ReadonlySet<number>;
  readonly label: string;
}

/** The text of a plan with its line numbers; blank lines keep their number and take no room. */
export function SourceText({ lines, marked, used, label }: Props): ReactNode {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const first = marked?.from ?? null;
  useEffect(() => {
    const line = box.current?.querySelector(`[data-line="${String(first)}"]`);
    if (box.current !== null && line instanceof HTMLElement) {
      box.current.scrollTo({ top: line.offsetTop - box.current.clientHeight / 3, behavior: 'auto' });
    }
  }, [first]);
  return (
    <div className="draft-text" ref={box} tabIndex={0} role="region" aria-label={label}>
      {lines.map((line, index) => {
        const n = index + 1;
        const lit = marked !== null && n >= marked.from && n <= marked.to;
        return line.trim() === '' ? null : (
          <p
            key={n}
            data-line={n}
            className={lit ? 'draft-line draft-line-lit' : used.has(n) ? 'draft-line draft-line-used' : 'draft-line'}
          >
            <span className="draft-line-number">
              <span className="visually-hidden">{t('movements.drafts.line')} </span>
              {n}
            </span>
            <span>{lit ? <mark>{line}</mark> : line}</span>
          </p>
        );
      })}
    </div>
  );
}
