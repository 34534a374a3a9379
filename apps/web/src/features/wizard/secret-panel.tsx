import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, InputNumber, Select } from 'antd';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import type { Occasion, Secrecy } from './draft';

const OCCASIONS: readonly Occasion[] = ['annual', 'interim', 'final', 'ad-hoc'];
const SHELF = /^[A-Z0-9][A-Z0-9./-]{0,19}$/;

interface Props {
  readonly secrecy: Exclude<Secrecy, 'none'>;
  readonly orgId: string;
  readonly year: number;
  readonly onBack: () => void;
}

/** A state secret: no field for a name, a text or a file; the dossier gets a number, and the paper a shelf. */
export function SecretPanel({ secrecy, orgId, year: thisYear, onBack }: Props): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const number = useAct('numberSecretDossier');
  const [occasion, setOccasion] = useState<Occasion>('ad-hoc');
  const [year, setYear] = useState(thisYear);
  const [shelf, setShelf] = useState('');
  const [told, setTold] = useState(false);
  const send = (): void => {
    if (!SHELF.test(shelf)) {
      setTold(true);
      return;
    }
    number.mutate(
      { body: { orgId, secrecy, occasion, year, shelf } },
      { onSuccess: (answer) => void navigate({ to: '/ho-so/$id', params: { id: answer.dossierId } }) },
    );
  };
  return (
    <section className="section task-form" aria-label={t('secret.title')}>
      <div className="note note-red" role="alert">
        <div>
          <strong>{t('secret.stopped', { secrecy: t(`secrecy.${secrecy}`) })}</strong>
          <div>{t('secret.paperOnly')}</div>
        </div>
      </div>
      <div className="nominee-fields">
        <div className="field">
          <label className="field-label" htmlFor="secret-occasion">
            {t('wizard.occasion')}
          </label>
          <Select
            id="secret-occasion"
            value={occasion}
            options={OCCASIONS.map((value) => ({ value, label: t(`occasion.${value}`) }))}
            onChange={setOccasion}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="secret-year">
            {t('wizard.year')}
          </label>
          <InputNumber
            id="secret-year"
            min={2024}
            max={2100}
            value={year}
            onChange={(next) => {
              setYear(next ?? year);
            }}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="secret-shelf">
            {t('secret.shelf')} <span className="required">*</span>
          </label>
          <Input
            id="secret-shelf"
            maxLength={20}
            autoComplete="off"
            value={shelf}
            placeholder="TU-01/N2"
            aria-invalid={told && !SHELF.test(shelf)}
            onChange={(event) => {
              setShelf(event.target.value.toUpperCase());
            }}
          />
          <p className="help">{t('secret.shelfHint')}</p>
        </div>
      </div>
      {told && !SHELF.test(shelf) ? (
        <p className="note note-red" role="alert">
          {t('secret.shelfWrong')}
        </p>
      ) : null}
      <ErrorNote error={number.error} />
      <div className="wizard-bar">
        <Button onClick={onBack}>{t('secret.notSecret')}</Button>
        <Button type="primary" loading={number.isPending} onClick={send}>
          {t('secret.number')}
        </Button>
      </div>
    </section>
  );
}
