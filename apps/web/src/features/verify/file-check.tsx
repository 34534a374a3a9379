import { useState, type ReactNode } from 'react';
import type { FileVerified } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { FileField } from '../../pieces/file-field';
import { SignatureLines } from '../../pieces/signature-lines';
import { StandingTag } from './standing-tag';

/** Bytes; looked at and thrown away, so it may be less than what is kept. */
const LARGEST = 10 * 1024 * 1024;

/** A PDF that somebody holds: whether it is ours, unchanged, and what its signatures say. It is looked at and thrown away. */
export function FileCheck(): ReactNode {
  const t = useText();
  const [file, setFile] = useState<File | null>(null);
  const check = useAct('verifyFile');
  return (
    <section className="verify-card" aria-label={t('verify.file.title')}>
      <h2>{t('verify.file.title')}</h2>
      <p className="small muted">{t('verify.file.help')}</p>
      <FileField
        id="verify-file"
        label={t('verify.file.choose')}
        rule={{ endings: ['pdf'], says: t('file.kind.pdf'), largest: LARGEST }}
        file={file}
        onChange={(chosen) => {
          setFile(chosen);
          check.reset();
          if (chosen !== null) {
            check.mutate({ file: chosen });
          }
        }}
        error={check.error}
      />
      {check.data === undefined ? null : <Answer answer={check.data} name={check.variables.file?.name ?? ''} />}
    </section>
  );
}

const TONE = { issued: 'green', appended: 'red', unknown: 'amber' } as const;

function Answer({ answer, name }: { readonly answer: FileVerified; readonly name: string }): ReactNode {
  const t = useText();
  const { match, paper, signatures } = answer;
  return (
    <div role="status">
      <p className={`note note-${signatures.some((one) => !one.valid || one.later === 'changed') ? 'red' : TONE[match]}`}>
        <span>
          <strong>{name}</strong>: {t(`verify.file.${match}`)}
        </span>
      </p>
      {paper === null ? null : (
        <>
          <p>
            {paper.title}
            {paper.numberText === null ? '' : `, số ${paper.numberText}`}
            {paper.date === null ? '' : `, ngày ${dayText(paper.date)}`}
          </p>
          <StandingTag status={paper.status} />
        </>
      )}
      <SignatureLines signatures={signatures} />
    </div>
  );
}
