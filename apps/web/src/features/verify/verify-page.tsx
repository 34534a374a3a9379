import type { ReactNode } from 'react';
import { ExclamationCircleOutlined } from '@ant-design/icons';
import { useParams } from '@tanstack/react-router';
import { ApiError } from '../../api/api-error';
import { useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { FileCheck } from './file-check';
import { PublicPage } from './public-page';
import { StandingTag } from './standing-tag';

/** What the code on a paper leads to, without signing in: name, award, decision and whether it stands; nothing else. */
export default function VerifyPage(): ReactNode {
  const { token } = useParams({ from: '/tra-cuu/$token' });
  return (
    <PublicPage>
      <Found token={token} />
      <FileCheck />
    </PublicPage>
  );
}

function Found({ token }: { readonly token: string }): ReactNode {
  const t = useText();
  const paper = useRead('verifyPaper', { params: { token } });
  if (paper.data === undefined) {
    return paper.error === null ? <Loading /> : <NotShown error={paper.error} />;
  }
  const { kind, name, awards, decision, status } = paper.data;
  return (
    <section className="verify-card" aria-label={t(`verify.kind.${kind}`)}>
      <h2>{t(`verify.kind.${kind}`)}</h2>
      <StandingTag status={status} />
      <dl className="facts">
        {name === null ? null : (
          <>
            <dt>{t('verify.name')}</dt>
            <dd className="verify-name">{name}</dd>
          </>
        )}
        {awards.length === 0 ? null : (
          <>
            <dt>{t('verify.award')}</dt>
            <dd>{awards.join('; ')}</dd>
          </>
        )}
        <dt>{t('verify.number')}</dt>
        <dd>{decision.numberText ?? '–'}</dd>
        <dt>{t('verify.date')}</dt>
        <dd>{decision.date === null ? '–' : dayText(decision.date)}</dd>
      </dl>
    </section>
  );
}

/** Whoever scanned a code has no dossier code and no powers: the general words for not-found would mislead. */
function NotShown({ error }: { readonly error: unknown }): ReactNode {
  const t = useText();
  if (!(error instanceof ApiError) || error.code !== 'not-found') {
    return <ErrorNote error={error} />;
  }
  return (
    <div className="note note-red" role="alert">
      <ExclamationCircleOutlined aria-hidden />
      <div>{t('verify.unknown')}</div>
    </div>
  );
}
