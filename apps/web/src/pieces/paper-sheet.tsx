import type { ReactNode } from 'react';
import { addressOf } from '../api/client';
import { useRead } from '../api/queries';
import { useText } from '../i18n/use-text';
import { AttachmentPreview } from './attachment-preview';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  /** Changes with the file. */
  readonly version: string;
}

/** A paper of ours in the browser's own reader; a file of people as pictures of its pages. */
export function PaperSheet({ id, title, address, version }: Props): ReactNode {
  const t = useText();
  const file = useRead('paperFile', { params: { id } });
  if (file.data?.scan === 'waiting' || file.data?.scan === 'infected') {
    return (
      <p className="note note-amber" role="status">
        {t(`file.scan.${file.data.scan}`)}
      </p>
    );
  }
  if (file.data?.uploaded === true) {
    return (
      <AttachmentPreview
        key={version}
        name={title}
        picture={(page) => addressOf('paperPreview', { id }, { page })}
        download={address}
        pages={file.data.pages}
        open
      />
    );
  }
  return file.data === undefined && file.error === null ? null : (
    <iframe className="paper-frame" src={`${address}#navpanes=0&view=FitH`} title={t('paper.frame', { title })} />
  );
}
