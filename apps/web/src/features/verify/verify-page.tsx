import type { ReactNode } from 'react';
import { CheckCircleOutlined, CloseCircleOutlined, EditOutlined } from '@ant-design/icons';
import { useParams } from '@tanstack/react-router';
import { useRead } from '../../api/queries';
import { LanguageSwitch } from '../../frame/top-bar';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PaperMarks } from '../../pieces/paper-marks';

const TONE = { 'in-force': 'calm', canceled: 'red', draft: 'amber' } as const;
const ICON = { 'in-force': <CheckCircleOutlined />, canceled: <CloseCircleOutlined />, draft: <EditOutlined /> };

/** What a QR code leads to, without signing in: title, number, date, issuing body and whether it is in force. */
export default function VerifyPage(): ReactNode {
  const { token } = useParams({ from: '/tra-cuu/$token' });
  const t = useText();
  const paper = useRead('verifyPaper', { params: { token } });
  return (
    <main className="lone">
      <div className="page-head">
        <h1>{t('verify.title')}</h1>
        <LanguageSwitch />
      </div>
      {paper.data === undefined ? (
        paper.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={paper.error} />
        )
      ) : (
        <>
          <p>
            <span className={`tag tag-${TONE[paper.data.status]}`}>
              {ICON[paper.data.status]} {t(`verify.${paper.data.status}`)}
            </span>
          </p>
          <PaperMarks marks={paper.data.marks} />
          <dl className="facts">
            <dt>{t('verify.name')}</dt>
            <dd>
              <strong>{paper.data.title}</strong>
            </dd>
            {paper.data.decision === null ? (
              <>
                <dt>{t('verify.number')}</dt>
                <dd>{paper.data.numberText ?? '–'}</dd>
                <dt>{t('verify.date')}</dt>
                <dd>{paper.data.date === null ? '–' : dayText(paper.data.date)}</dd>
              </>
            ) : null}
            {paper.data.decision === null ? null : (
              <>
                <dt>{t('verify.decision')}</dt>
                <dd>
                  {paper.data.decision.numberText ?? '–'}
                  {paper.data.decision.date === null ? '' : `, ${dayText(paper.data.decision.date)}`}
                </dd>
              </>
            )}
            <dt>{t('verify.body')}</dt>
            <dd>{paper.data.body}</dd>
          </dl>
        </>
      )}
    </main>
  );
}
