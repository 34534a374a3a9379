import type { ReactNode } from 'react';
import type { TimelineEntry } from '@thidua/contract';
import { instantText } from '../i18n/format';
import { useText } from '../i18n/use-text';
import './timeline.css';

/** Who, position, on whose behalf, what, when; old → new. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }): ReactNode {
  const t = useText();
  return (
    <ol className="timeline">
      {entries.map((entry, index) => (
        <li key={`${entry.at}-${String(index)}`}>
          <time dateTime={entry.at} className="muted small">
            {instantText(entry.at)}
          </time>
          <div>
            <div>{entry.text === '' ? t.or(`action.${entry.action}`, entry.action) : entry.text}</div>
            <div className="muted small">
              {[entry.person, entry.position].filter((part) => part !== null && part !== '').join(' · ')}
              {entry.onBehalfOf === null ? '' : ` · ${t('timeline.onBehalfOf', { name: entry.onBehalfOf })}`}
              <Change facts={entry.facts} />
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Change({ facts }: { readonly facts: TimelineEntry['facts'] }): ReactNode {
  const from = facts['from'];
  const to = facts['to'];
  return typeof from === 'string' && typeof to === 'string' ? ` · ${from} → ${to}` : null;
}
