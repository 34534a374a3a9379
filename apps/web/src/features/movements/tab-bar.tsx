import { useId, type KeyboardEvent, type ReactNode } from 'react';
import './tab-bar.css';

interface Props {
  readonly tabs: readonly { readonly key: string; readonly label: string }[];
  readonly active: string;
  readonly label: string;
  readonly onChange: (key: string) => void;
  readonly children: ReactNode;
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** Many tabs that are all seen: they wrap on a desk and are pushed sideways on a phone; arrows move between them. */
export function TabBar({ tabs, active, label, onChange, children }: Props): ReactNode {
  const id = useId();
  const at = tabs.findIndex((tab) => tab.key === active);
  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = tabs[STEPS[event.key]?.(at, tabs.length) ?? -1];
    if (next !== undefined) {
      event.preventDefault();
      onChange(next.key);
      document.getElementById(`${id}-${next.key}`)?.focus();
    }
  };
  return (
    <>
      <div className="tab-bar" role="tablist" aria-label={label} onKeyDown={onKey}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab.key === active}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === active ? 0 : -1}
            onClick={() => {
              onChange(tab.key);
            }}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${active}`}>
        {children}
      </div>
    </>
  );
}
