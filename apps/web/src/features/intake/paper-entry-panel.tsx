import { useState, type ReactNode } from 'react';
import { Button, Input, Select } from 'antd';
import type { PaperEntryView } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useAct, useRead } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { dayText, instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { AttachmentPreview } from '../../pieces/attachment-preview';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { UploadField } from '../../pieces/upload-field';

type Kind = PaperEntryView['missing'][number];
const KINDS: readonly Kind[] = ['to-trinh', 'bien-ban-binh-xet', 'bao-cao-thanh-tich', 'danh-sach', 'xac-nhan'];

/** Nhập thay: scans that are in and still missing, handing in, and the second person's comparison with the paper. */
export function PaperEntryPanel({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  const entry = useRead('paperEntry', { params: { id } });
  if (entry.data === undefined) {
    return entry.error === null ? <Loading /> : <ErrorNote error={entry.error} />;
  }
  const { enteredBy, enteredAt, deliveredOn, checkedBy, checkedAt, parts, missing, submitted, may } = entry.data;
  return (
    <section className="section" aria-label={t('intake.paper.title')}>
      <h2>{t('intake.paper.title')}</h2>
      <p>{t('intake.paper.entered', { by: enteredBy, at: instantText(enteredAt), day: dayText(deliveredOn) })}</p>
      <p>
        {checkedBy === null || checkedAt === null
          ? t('intake.paper.unchecked')
          : t('intake.paper.checked', { by: checkedBy, at: instantText(checkedAt) })}
      </p>
      <ul className="menu-list">
        {parts.map((part) => (
          <li key={part.paperId}>
            {part.title}
            {part.numberText === null ? '' : ` · ${part.numberText}`}
            {part.numberDate === null ? '' : ` · ${dayText(part.numberDate)}`}
            <AttachmentPreview
              name={part.title}
              picture={(page) => addressOf('paperPreview', { id: part.paperId }, { page })}
              download={addressOf('paperContent', { id: part.paperId })}
            />
          </li>
        ))}
      </ul>
      {missing.length === 0 ? null : (
        <p className="note note-amber">
          {t('intake.paper.missing', { parts: missing.map((kind) => t(`intake.part.${kind}`)).join('; ') })}
        </p>
      )}
      {may.add ? <ScanForm id={id} first={missing[0] ?? 'xac-nhan'} key={missing.join()} /> : null}
      <Acts id={id} submitted={submitted} may={may} />
    </section>
  );
}

function ScanForm({ id, first }: { readonly id: string; readonly first: Kind }): ReactNode {
  const t = useText();
  const [kind, setKind] = useState<Kind>(first);
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  return (
    <div className="nominee-fields scan-form">
      <div className="field">
        <label className="field-label" htmlFor="scan-kind">
          {t('intake.paper.part')}
        </label>
        <Select
          id="scan-kind"
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`intake.part.${value}`) }))}
          onChange={setKind}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="scan-number">
          {t('intake.paper.number')}
        </label>
        <Input
          id="scan-number"
          maxLength={60}
          value={number}
          onChange={(event) => {
            setNumber(event.target.value);
          }}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="scan-date">
          {t('intake.paper.date')}
        </label>
        <DayField
          id="scan-date"
          value={date}
          withTime={false}
          disabled={false}
          onChange={(value) => {
            setDate(typeof value === 'string' ? value : '');
          }}
        />
      </div>
      <UploadField
        id="scan-file"
        label={t('intake.paper.file')}
        rule="dossier-part"
        route="uploadPaperPart"
        input={{
          params: { id },
          query: { kind, ...(number.trim() === '' ? {} : { number: number.trim() }), ...(date === '' ? {} : { date }) },
        }}
      />
    </div>
  );
}

function Acts({
  id,
  submitted,
  may,
}: {
  readonly id: string;
  readonly submitted: boolean;
  readonly may: PaperEntryView['may'];
}): ReactNode {
  const t = useText();
  const submit = useAct('submitPaperDossier');
  const check = useAct('checkPaperEntry');
  return (
    <>
      <ErrorNote error={submit.error ?? check.error} />
      <div className="bar-buttons">
        {may.submit ? (
          <Button
            type="primary"
            loading={submit.isPending}
            onClick={() => {
              submit.mutate({ params: { id } });
            }}
          >
            {t('intake.paper.submit')}
          </Button>
        ) : null}
        {may.check ? (
          <Button
            loading={check.isPending}
            onClick={() => {
              check.mutate({ params: { id } });
            }}
          >
            {t('intake.paper.check')}
          </Button>
        ) : null}
        {submitted && !may.check && !may.submit ? <span className="small muted">{t('intake.paper.fourEyes')}</span> : null}
      </div>
    </>
  );
}
