import { lazy, Suspense, type ReactNode } from 'react';
import { DownloadOutlined, ExportOutlined, FileExcelOutlined, FileWordOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { PaperView as Paper } from '@thidua/contract';
import { addressOf } from '../api/client';
import { useRead } from '../api/queries';
import { dayText, instantText } from '../i18n/format';
import { useText } from '../i18n/use-text';
import { ErrorNote } from './error-note';
import { Loading } from './loading';
import { PaperChanges } from './paper-changes';
import { PaperSheet } from './paper-sheet';
import { PaperStates } from './paper-states';
import { PaperTrust } from './paper-trust';
import { UnconfirmedBanner } from './unconfirmed-banner';

/** Few who look at a paper bring its scan. */
const ScanUpload = lazy(async () => ({ default: (await import('./scan-upload')).ScanUpload }));

/** The PDF on a grey desk with its toolbar. A browser without a PDF viewer gets the file by the links. */
export function PaperView({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  const paper = useRead('paper', { params: { id } }, { every: 15_000 });
  if (paper.data === undefined) {
    return paper.error === null ? <Loading what={t('paper.loading')} /> : <ErrorNote error={paper.error} />;
  }
  return <Sheet paper={paper.data} />;
}

function Sheet({ paper }: { readonly paper: Paper }): ReactNode {
  const t = useText();
  // The hash in the address makes the frame load anew when the paper was signed or numbered meanwhile.
  const address = `${addressOf('paperContent', { id: paper.id })}?v=${(paper.sha256 ?? 'nhap').slice(0, 12)}`;
  return (
    <section className="paper" aria-label={paper.title}>
      <div className="paper-bar">
        <h2>
          {paper.title}
          {paper.numberText === null ? '' : ` · ${paper.numberText}`}
          {paper.numberDate === null ? '' : ` · ${dayText(paper.numberDate)}`}
        </h2>
        <PaperStates state={paper.state} />
        {paper.ready ? (
          <span className="bar-buttons">
            <Button size="small" icon={<DownloadOutlined aria-hidden />} href={address} download={`${paper.kind}.pdf`}>
              {t('paper.pdf')}
            </Button>
            {paper.hasDocx ? (
              <Button
                size="small"
                icon={<FileWordOutlined aria-hidden />}
                href={addressOf('paperDocx', { id: paper.id })}
                download={`${paper.kind}.docx`}
              >
                {t('paper.docx')}
              </Button>
            ) : null}
            {paper.hasSheet ? (
              <Button
                size="small"
                icon={<FileExcelOutlined aria-hidden />}
                href={addressOf('paperSheet', { id: paper.id })}
                download={`${paper.kind}.xlsx`}
              >
                {t('paper.sheet')}
              </Button>
            ) : null}
            <Button size="small" icon={<ExportOutlined aria-hidden />} href={address} target="_blank" rel="noopener">
              {t('paper.open')}
            </Button>
          </span>
        ) : null}
        {paper.mayUploadScan ? (
          <Suspense fallback={null}>
            <ScanUpload id={paper.id} />
          </Suspense>
        ) : null}
      </div>
      <UnconfirmedBanner rows={paper.unconfirmedRows} />
      {paper.ready && paper.signatureMode !== null ? (
        <PaperTrust
          key={paper.sha256 ?? ''}
          id={paper.id}
          sha256={paper.sha256}
          isIssued={paper.state === 'issued' || paper.state === 'canceled'}
          isDigital={paper.signatureMode === 'digital'}
        />
      ) : null}
      {paper.numberText !== null || paper.state === 'issued' || paper.state === 'sealed' || paper.state === 'canceled' ? (
        <PaperChanges id={paper.id} title={paper.title} />
      ) : null}
      {paper.ready ? (
        <PaperSheet id={paper.id} title={paper.title} address={address} version={paper.sha256 ?? ''} />
      ) : (
        <div className="paper-wait">
          {paper.state === 'signed' ? <p>{t('paper.awaitsNumber')}</p> : <Loading what={t('paper.making')} />}
        </div>
      )}
      <p className="paper-note small muted">
        {paper.signer === null
          ? t(paper.templateVersion === 'scan' ? 'paper.scanned' : 'paper.unsigned')
          : t('paper.signer', { lines: [...paper.signer.lines, paper.signer.fullName].join(' / ') })}
        {paper.signedAt === null ? '' : ` · ${t('paper.signedAt', { at: instantText(paper.signedAt) })}`}
        {paper.signatureMode === null ? '' : ` · ${t(`signatureMode.${paper.signatureMode}`)}`}
        {paper.pages === null ? '' : ` · ${t('paper.pages', { pages: paper.pages })}`}
        {paper.ready ? (
          <>
            {' · '}
            <a href={address} target="_blank" rel="noopener">
              {t('paper.fallback')}
            </a>
          </>
        ) : null}
      </p>
    </section>
  );
}
