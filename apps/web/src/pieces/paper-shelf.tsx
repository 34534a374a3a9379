import { useState, type ReactNode } from 'react';
import type { PaperSummary } from '@thidua/contract';
import { useText } from '../i18n/use-text';
import { EmptyState } from './empty-state';
import { PaperView } from './paper-view';

interface Props {
  readonly papers: readonly Pick<PaperSummary, 'id' | 'title' | 'numberText'>[];
  readonly empty?: string;
}

/** Several papers of one step: a tab each, one open at a time. */
export function PaperShelf({ papers, empty }: Props): ReactNode {
  const t = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const open = papers.find((paper) => paper.id === chosen) ?? papers[0];
  if (open === undefined) {
    return <EmptyState text={empty ?? t('paper.none')} />;
  }
  return (
    <div>
      {papers.length > 1 ? (
        <div className="paper-tabs" role="tablist" aria-label={t('paper.tabs')}>
          {papers.map((paper) => (
            <button
              key={paper.id}
              type="button"
              role="tab"
              aria-selected={paper.id === open.id}
              onClick={() => {
                setChosen(paper.id);
              }}
            >
              {paper.title}
              {paper.numberText === null ? '' : ` ${paper.numberText}`}
            </button>
          ))}
        </div>
      ) : null}
      <PaperView key={open.id} id={open.id} />
    </div>
  );
}
