import { useId, useState, type ReactNode } from 'react';
import { Input } from 'antd';
import { DayField } from '../../forms/day-field';
import { useText } from '../../i18n/use-text';
import { UploadField } from '../../pieces/upload-field';

export interface Paper {
  readonly body: string;
  readonly number: string;
  readonly date: string;
  readonly fileSha256: string;
  readonly note: string;
}

export const NO_PAPER: Paper = { body: '', number: '', date: '', fileSha256: '', note: '' };

export const isWhole = (paper: Paper): boolean =>
  paper.body.trim().length >= 3 && paper.number.trim() !== '' && paper.date !== '' && paper.fileSha256 !== '';

/** A paper as the server takes it; the note is left out when there is none. */
export function paperBody({ note, ...paper }: Paper): Omit<Paper, 'note'> & { note?: string } {
  return { ...paper, body: paper.body.trim(), number: paper.number.trim(), ...(note.trim() === '' ? {} : { note: note.trim() }) };
}

/** The document a body speaks by: who, number, day, scan. The scan is sent at once and named by its hash. */
export function PaperForm({ paper, onChange }: { readonly paper: Paper; readonly onChange: (paper: Paper) => void }): ReactNode {
  const t = useText();
  const id = useId();
  const [fileName, setFileName] = useState('');
  const set = (change: Partial<Paper>): void => {
    onChange({ ...paper, ...change });
  };
  return (
    <div className="law-paper">
      <label className="field">
        <span className="field-label">{t('law.paperForm.body')}</span>
        <Input
          value={paper.body}
          maxLength={200}
          onChange={(event) => {
            set({ body: event.target.value });
          }}
        />
      </label>
      <label className="field">
        <span className="field-label">{t('law.paperForm.number')}</span>
        <Input
          value={paper.number}
          maxLength={60}
          placeholder="15/QĐ-UBND"
          onChange={(event) => {
            set({ number: event.target.value });
          }}
        />
      </label>
      <div className="field">
        <label className="field-label" htmlFor={`${id}date`}>
          {t('law.paperForm.date')}
        </label>
        <DayField
          id={`${id}date`}
          value={paper.date}
          withTime={false}
          disabled={false}
          onChange={(value) => {
            set({ date: typeof value === 'string' ? value : '' });
          }}
        />
      </div>
      <div className="field">
        <UploadField
          id={`${id}scan`}
          label={t('law.paperForm.scan')}
          rule="law-file"
          route="uploadLawFile"
          input={{}}
          onDone={({ sha256 }, file) => {
            setFileName(file.name);
            set({ fileSha256: sha256 });
          }}
        />
        <p className="help">{paper.fileSha256 === '' ? t('law.paperForm.scanHelp') : t('law.paperForm.scanned', { name: fileName })}</p>
      </div>
      <label className="field law-wide">
        <span className="field-label">{t('law.paperForm.note')}</span>
        <Input.TextArea
          value={paper.note}
          rows={2}
          maxLength={1000}
          onChange={(event) => {
            set({ note: event.target.value });
          }}
        />
      </label>
    </div>
  );
}
