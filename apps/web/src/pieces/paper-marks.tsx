import type { ReactNode } from 'react';
import type { PaperMarkView } from '@thidua/contract';
import { dayText } from '../i18n/format';
import { useText } from '../i18n/use-text';

const GRAVE: readonly string[] = ['revoked', 'revoked-in-part', 'canceled', 'number-withdrawn'];

/** What whoever reads a paper must know: taken back, corrected, replaced, and by which paper. */
export function PaperMarks({ marks }: { readonly marks: readonly PaperMarkView[] }): ReactNode {
  const t = useText();
  return marks.map((mark, at) => (
    <p key={`${mark.kind}-${at}`} className={`note ${GRAVE.includes(mark.kind) ? 'note-red' : 'note-amber'}`}>
      <span>
        <strong>{t(`paperMark.${mark.kind}`)}</strong>{' '}
        {t('paperMark.by', {
          title: mark.title,
          number: mark.numberText === null ? '' : ` số ${mark.numberText}`,
          date: mark.date === null ? '' : ` ngày ${dayText(mark.date)}`,
          body: mark.body,
        })}
      </span>
    </p>
  ));
}
