import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Link } from '@tanstack/react-router';
import type { TaskSummary } from '@thidua/contract';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { DeadlineTag } from '../../pieces/deadline-tag';

const ROW = 64;
/** On a phone each row has three lines. */
const PHONE_ROW = 88;

interface Props {
  readonly tasks: readonly TaskSummary[];
  readonly onOpen: (id: string) => void;
}

/** Our own ARIA grid: only what is seen is in the page, the active row always is. */
export function TaskGrid({ tasks, onOpen }: Props): ReactNode {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const current = Math.min(active, tasks.length - 1);
  const height = window.matchMedia('(max-width: 700px)').matches ? PHONE_ROW : ROW;
  const rows = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    initialRect: { width: 800, height: 640 },
    rangeExtractor: ({ startIndex, endIndex }) => {
      const seen = Array.from(
        { length: Math.min(endIndex + 8, tasks.length - 1) - Math.max(startIndex - 8, 0) + 1 },
        (_one, at) => Math.max(startIndex - 8, 0) + at,
      );
      return seen.includes(current) ? seen : [...seen, current].sort((one, two) => one - two);
    },
  });
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(to, tasks.length - 1));
    setActive(next);
    rows.scrollToIndex(next);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      move(step(current, tasks.length));
    } else if (event.key === 'Enter' && event.target === event.currentTarget) {
      const task = tasks[current];
      if (task !== undefined) {
        onOpen(task.id);
      }
    }
  };
  // The list takes the keys as soon as it is there; a person should not have to click first.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body || document.activeElement.id === 'content') {
      scroller.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={t('inbox.title')}
      aria-rowcount={tasks.length + 1}
      aria-activedescendant={`task-row-${String(current)}`}
      onKeyDown={onKey}
    >
      <div role="row" aria-rowindex={1} className="grid-head">
        {['code', 'task', 'subject', 'org', 'received', 'deadline'].map((name) => (
          <span key={name} role="columnheader">
            {t(`inbox.column.${name}`)}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="grid-body" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const task = tasks[item.index];
          return task === undefined ? null : (
            <div
              key={task.id}
              id={`task-row-${String(item.index)}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={item.index === current}
              className={item.index === current ? 'grid-row grid-active' : 'grid-row'}
              style={{ transform: `translateY(${String(item.start)}px)`, height }}
              onClick={() => {
                onOpen(task.id);
              }}
              onMouseDown={() => {
                setActive(item.index);
              }}
            >
              <Cells task={task} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<string, (current: number, count: number) => number>> = {
  j: (current) => current + 1,
  J: (current) => current + 1,
  ArrowDown: (current) => current + 1,
  k: (current) => current - 1,
  K: (current) => current - 1,
  ArrowUp: (current) => current - 1,
  Home: () => 0,
  End: (_current, count) => count - 1,
};

function Cells({ task }: { readonly task: TaskSummary }): ReactNode {
  return (
    <>
      <span role="gridcell" className="cell-code">
        {task.code}
      </span>
      <span role="gridcell" className="cell-task">
        <Link
          to="/viec/$id"
          params={{ id: task.id }}
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
          }}
        >
          {task.name}
        </Link>
        <span className="small muted clip">{task.processName}</span>
      </span>
      <span role="gridcell" className="cell-subject">
        <span className="clip">{task.subject}</span>
        <span className="small muted clip">{task.awards.join(', ')}</span>
      </span>
      <span role="gridcell" className="cell-org clip">
        {task.orgName}
      </span>
      <span role="gridcell" className="cell-received">
        {dayText(task.createdAt)}
      </span>
      <span role="gridcell" className="cell-deadline">
        <DeadlineTag deadline={task.deadline} />
      </span>
    </>
  );
}
