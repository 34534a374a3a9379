import type { ReactNode } from 'react';
import type { SetupGap } from '@thidua/contract';
import { useText } from '../../i18n/use-text';

/** 'Còn thiếu văn thư ở 3 xã, phường', with the first of them by name. */
export function Gaps({ gaps }: { readonly gaps: readonly SetupGap[] }): ReactNode {
  const t = useText();
  if (gaps.length === 0) {
    return <p>{t('setup.gap.none')}</p>;
  }
  return (
    <div className="note note-amber">
      <div>
        <strong>{t('setup.gap.title')}</strong>
        <ul>
          {gaps.map(({ kind, role, count, examples }) => (
            <li key={`${kind}/${role}`}>
              {t(`setup.gap.at.${kind}`, { what: t(`setup.gap.role.${role}`), count })}
              {/* Of the province's own two bodies there is one each. */}
              {kind === 'unit' || kind === 'commune' ? (
                <span className="muted">
                  {' '}
                  ({examples.join('; ')}
                  {count > examples.length ? '; …' : ''})
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
