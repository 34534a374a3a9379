import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { WaitingPaperView } from '@thidua/contract';
import { dayText, instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';

/** Signed papers still in the house; those past the next working day are called out (T-27, NĐ 30/2020 art. 18). */
export function WaitingPapers({ papers }: { readonly papers: readonly WaitingPaperView[] }): ReactNode {
  const t = useText();
  if (papers.length === 0) {
    return null;
  }
  const late = papers.filter((paper) => paper.overdue).length;
  return (
    <section className="section" aria-label={t('registers.waiting')}>
      <h2>{t('registers.waiting')}</h2>
      {late === 0 ? null : (
        <div className="note note-red" role="alert">
          <div>{t('registers.late', { count: late })}</div>
        </div>
      )}
      <ul className="plain-list">
        {papers.map((paper) => (
          <li key={paper.paperId}>
            <strong>{paper.title}</strong>
            {paper.numberText === null ? null : ` · ${paper.numberText}`} · <Place paper={paper} />
            <div className="small">
              {t('registers.signedAt', { at: instantText(paper.signedAt) })} ·{' '}
              <span className={`tag tag-${paper.overdue ? 'red' : 'calm'}`}>
                {t(paper.overdue ? 'registers.wasDue' : 'registers.due', { day: dayText(paper.dueOn) })}
              </span>{' '}
              · {t(`registers.waitsFor.${paper.state}`)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Place({ paper }: { readonly paper: WaitingPaperView }): ReactNode {
  if (paper.roundId !== null) {
    return (
      <Link to="/dot-xet/$id" params={{ id: paper.roundId }}>
        {paper.code}
      </Link>
    );
  }
  return paper.dossierId === null ? (
    paper.code
  ) : (
    <Link to="/ho-so/$id" params={{ id: paper.dossierId }}>
      {paper.code}
    </Link>
  );
}
