import { useRef, type ReactNode } from 'react';
import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { FileVerified } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { SignatureLines } from '../../pieces/signature-lines';
import { StandingTag } from './standing-tag';

/** A PDF that somebody holds: whether it is ours, unchanged, and what its signatures say. It is looked at and thrown away. */
export function FileCheck(): ReactNode {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const check = useAct('verifyFile');
  return (
    <section className="verify-card" aria-label={t('verify.file.title')}>
      <h2>{t('verify.file.title')}</h2>
      <p className="small muted">{t('verify.file.help')}</p>
      <input
        ref={input}
        type="file"
        accept="application/pdf"
        hidden
        aria-label={t('verify.file.choose')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) {
            check.mutate({ file });
          }
          event.target.value = '';
        }}
      />
      <Button icon={<UploadOutlined aria-hidden />} loading={check.isPending} onClick={() => input.current?.click()}>
        {t('verify.file.choose')}
      </Button>
      <ErrorNote error={check.error} />
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
