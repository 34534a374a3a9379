import { useState, type ReactNode } from 'react';
import { PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { addressOf } from '../../api/client';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { AttachmentPreview } from '../../pieces/attachment-preview';
import { Dialog } from '../../pieces/dialog';
import { FileField } from '../../pieces/file-field';
import { UploadField } from '../../pieces/upload-field';

type Kind = 'roster' | 'delegation';

interface Props {
  readonly kind: Kind;
  readonly id: string;
  /** Number and date, as they were typed. */
  readonly paper: string;
  readonly hasPaper: boolean;
  readonly mayFile: boolean;
}

/** The scan of what a council or a lent power rests on: looked at, downloaded, filed later, put in place of a wrong one. */
export function GroundPaper({ kind, id, paper, hasPaper, mayFile }: Props): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  // By the clock, for a browser shows a picture it has had under the same address again.
  const [take, setTake] = useState(() => Date.now());
  if (!hasPaper && !mayFile) {
    return null;
  }
  const word = t(hasPaper ? 'groundPaper.see' : 'groundPaper.file');
  return (
    <>
      <Button
        size="small"
        type={hasPaper ? 'default' : 'dashed'}
        icon={<PaperClipOutlined aria-hidden />}
        aria-label={`${word}: ${paper}`}
        onClick={() => {
          setOpen(true);
        }}
      >
        {word}
      </Button>
      {open ? (
        <Dialog
          title={paper}
          onClose={() => {
            setOpen(false);
          }}
          foot={
            <Button
              onClick={() => {
                setOpen(false);
              }}
            >
              {t('action.close')}
            </Button>
          }
        >
          {hasPaper ? (
            <AttachmentPreview
              key={take}
              name={paper}
              open
              picture={(page) => addressOf('groundPaperPreview', { id }, { kind, page, take })}
              download={addressOf('groundPaper', { id }, { kind })}
            />
          ) : null}
          {mayFile ? (
            <UploadField
              id={`ground-${id}`}
              label={t(hasPaper ? 'groundPaper.replace' : 'groundPaper.file')}
              rule="scan"
              route="attachGroundPaper"
              input={{ params: { id }, query: { kind } }}
              onDone={() => {
                setTake(Date.now());
              }}
            />
          ) : null}
        </Dialog>
      ) : null}
    </>
  );
}

interface Filing {
  /** The entry, once it is written. */
  readonly made: string | null;
  readonly pending: boolean;
  /** Files the scan where one was chosen, and is done. */
  readonly go: (id: string) => void;
  readonly field: ReactNode;
}

/** A scan that goes with a new entry. The entry stands also where the scan is refused; pressing again sends the scan alone. */
export function useFiling(kind: Kind, onDone: () => void): Filing {
  const t = useText();
  const attach = useAct('attachGroundPaper');
  const [file, setFile] = useState<File | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const go = (id: string): void => {
    setMade(id);
    if (file === null) {
      onDone();
      return;
    }
    setPercent(0);
    attach.mutate(
      { params: { id }, query: { kind }, file, onProgress: setPercent },
      {
        onSuccess: onDone,
        onSettled: () => {
          setPercent(null);
        },
      },
    );
  };
  const field = (
    <>
      <FileField
        id={`${kind}-scan`}
        label={t('groundPaper.entry')}
        rule="scan"
        file={file}
        percent={percent}
        error={attach.error}
        onChange={(chosen) => {
          setFile(chosen);
          attach.reset();
        }}
      />
      {made === null || attach.error === null ? null : <p className="note note-amber">{t('groundPaper.entryStands')}</p>}
    </>
  );
  return { made, pending: attach.isPending, go, field };
}
