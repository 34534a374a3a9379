import { useState, type ReactNode } from 'react';
import { Button, Radio } from 'antd';
import type { RowView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { FileField } from '../../pieces/file-field';
import { ReasonDialog } from '../../pieces/reason-dialog';
import './procedure.css';
import { DateField, TextField } from './text-field';

const KINDS = ['complaint', 'discipline', 'investigation', 'inspection', 'press'] as const;

interface Props {
  readonly row: Pick<RowView, 'id' | 'name' | 'version'>;
  readonly onClose: () => void;
}

/** Why the row waits; the others of its dossier go on. */
export function HoldDialog({ row, onClose }: Props): ReactNode {
  const t = useText();
  const hold = useAct('holdRow');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('complaint');
  return (
    <ReasonDialog
      title={`${t('rows.act.hold')}: ${row.name}`}
      verb={t('rows.act.hold')}
      label={t('rows.actLabel.hold')}
      pending={hold.isPending}
      error={hold.error}
      onClose={onClose}
      onDo={(ground) => {
        hold.mutate({ params: { id: row.id }, body: { version: row.version, kind, ground } }, { onSuccess: onClose });
      }}
    >
      <div className="field">
        <span className="field-label" id="hold-kind">
          {t('procedure.hold.kind')}
        </span>
        <Radio.Group
          className="stack"
          aria-labelledby="hold-kind"
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`procedure.holdKind.${value}`) }))}
          onChange={(event) => {
            setKind(KINDS.find((known) => known === event.target.value) ?? 'complaint');
          }}
        />
      </div>
    </ReasonDialog>
  );
}

/** The paper that concludes: its number, day, body and scan; the row resumes with it, or ends. */
export function ReleaseDialog({ row, onClose }: Props): ReactNode {
  const t = useText();
  const upload = useAct('uploadClosingPaper');
  const release = useAct('releaseRow');
  const [violation, setViolation] = useState<boolean | null>(null);
  const [conclusion, setConclusion] = useState('');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const [body, setBody] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const complete =
    violation !== null && conclusion.trim().length >= 5 && number.trim() !== '' && date !== '' && body.trim().length >= 2 && file !== null;
  const run = async (): Promise<void> => {
    if (!complete) {
      return;
    }
    const params = { id: row.id };
    setPercent(0);
    try {
      await upload.mutateAsync({ params, file, onProgress: setPercent });
    } finally {
      setPercent(null);
    }
    const paper = { number: number.trim(), date: date.slice(0, 10), body: body.trim() };
    release.mutate({ params, body: { version: row.version, conclusion: conclusion.trim(), violation, paper } }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={`${t('rows.act.release')}: ${row.name}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            disabled={!complete}
            loading={upload.isPending || release.isPending}
            onClick={() => {
              // What went wrong stands in the note below.
              run().catch(() => undefined);
            }}
          >
            {t('rows.act.release')}
          </Button>
        </>
      }
    >
      <p className="small muted">{t('procedure.hold.resumes')}</p>
      <div className="field">
        <span className="field-label" id="release-violation">
          {t('procedure.hold.result')}
          <span className="required"> *</span>
        </span>
        <Radio.Group
          className="stack"
          aria-labelledby="release-violation"
          value={violation === null ? undefined : String(violation)}
          options={[
            { value: 'false', label: t('procedure.hold.clean') },
            { value: 'true', label: t('procedure.hold.violation') },
          ]}
          onChange={(event) => {
            setViolation(event.target.value === 'true');
          }}
        />
      </div>
      <TextField id="release-number" label={t('procedure.paper.number')} required max={60} value={number} onChange={setNumber} />
      <DateField id="release-date" label={t('procedure.paper.date')} value={date} onChange={setDate} />
      <TextField id="release-body" label={t('procedure.paper.body')} required value={body} onChange={setBody} />
      <TextField
        id="release-conclusion"
        label={t('rows.actLabel.release')}
        required
        rows={3}
        max={1000}
        value={conclusion}
        onChange={setConclusion}
      />
      <FileField
        id="release-file"
        label={t('procedure.paper.scan')}
        rule="scan"
        required
        file={file}
        onChange={setFile}
        percent={percent}
        error={upload.error}
      />
      <ErrorNote error={release.error} />
    </Dialog>
  );
}
