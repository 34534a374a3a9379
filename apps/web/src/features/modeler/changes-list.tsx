import type { ReactNode } from 'react';
import type { DefinitionView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';

interface Props {
  readonly title: string;
  readonly changes: DefinitionView['changes'];
  /** False: one of the two versions cannot be read yet. */
  readonly comparable: boolean;
  readonly onSelect: (elementId: string) => void;
  readonly children?: ReactNode;
}

const TONES = { added: 'calm', removed: 'red', changed: 'amber' } as const;

/** What one version does otherwise than another, in words; a press shows where. */
export function ChangesList({ title, changes, comparable, onSelect, children }: Props): ReactNode {
  const t = useText();
  return (
    <section className="section" aria-label={title}>
      <h2>{title}</h2>
      {children}
      {comparable ? null : <p className="note note-amber">{t('compare.notYet')}</p>}
      {changes.length === 0 && comparable ? <p className="muted">{t('changes.none')}</p> : null}
      <ul className="plain changes">
        {changes.map((change, index) => (
          <li key={`${change.elementId}/${String(index)}`}>
            <span className={`tag tag-${TONES[change.kind]}`}>{t(`changes.${change.kind}`)}</span>{' '}
            <button
              type="button"
              className="as-link change"
              onClick={() => {
                onSelect(change.elementId);
              }}
            >
              {change.text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
