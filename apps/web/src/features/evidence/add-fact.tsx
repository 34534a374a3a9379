import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { NewFact, SubjectEvidence } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { DayField } from '../../forms/day-field';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { FACT_FIELDS, factOf, isReady, PAPER_FIELDS, type FactField, type Told } from './fact-fields';

const PERSONAL = ['rating', 'award', 'initiative', 'statement', 'discipline', 'service'] as const;
const COLLECTIVE = ['rating', 'award', 'collective', 'initiative', 'statement', 'discipline'] as const;

/** One fact with the paper it stands on; what a unit tells waits for the reviewing body. */
export function AddFact({ view, onClose }: { readonly view: SubjectEvidence; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const add = useAct('addEvidence');
  const [kind, setKind] = useState<NewFact['kind']>('rating');
  const [told, setTold] = useState<Told>({});
  const kinds = view.subject.kind === 'individual' ? PERSONAL : COLLECTIVE;
  const set = (name: string, value: string): void => {
    setTold((before) => ({ ...before, [name]: value }));
  };
  return (
    <Dialog
      title={`${t('evidence.add')}: ${view.subject.name}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            disabled={!isReady(kind, told)}
            loading={add.isPending}
            onClick={() => {
              add.mutate({ params: { id: view.subject.id }, body: factOf(kind, told) }, { onSuccess: onClose });
            }}
          >
            {t('evidence.addDo')}
          </Button>
        </>
      }
    >
      <div className="fact-form">
        <div className="field wide">
          <label className="field-label" htmlFor="fact-kind">
            {t('evidence.column.kind')}
          </label>
          <select
            id="fact-kind"
            className="form-input"
            value={kind}
            onChange={(event) => {
              setKind(kinds.find((one) => one === event.target.value) ?? 'rating');
              setTold({});
            }}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t(`evidence.kind.${one}`)}
              </option>
            ))}
          </select>
        </div>
        {FACT_FIELDS[kind].map((field) => (
          <FactInput key={field.name} field={field} name={field.name} value={told[field.name] ?? ''} awards={view.awards} onSet={set} />
        ))}
        <p className="why wide">{t(view.may.confirm ? 'evidence.paperHelpReviewer' : 'evidence.paperHelp')}</p>
        {PAPER_FIELDS.map((field) => (
          <FactInput
            key={field.name}
            field={field}
            name={`paper.${field.name}`}
            value={told[`paper.${field.name}`] ?? ''}
            awards={view.awards}
            onSet={set}
          />
        ))}
      </div>
      <ErrorNote error={add.error} />
    </Dialog>
  );
}

interface InputProps {
  readonly field: FactField;
  readonly name: string;
  readonly value: string;
  readonly awards: SubjectEvidence['awards'];
  readonly onSet: (name: string, value: string) => void;
}

const TYPES = { text: 'text', year: 'number', count: 'number' } as const;

function FactInput({ field, name, value, awards, onSet }: InputProps): ReactNode {
  const t = useText();
  const id = `fact-${name.replace('.', '-')}`;
  const label = `${t(`evidence.field.${field.name}`)}${field.required ? ' *' : ''}`;
  const change = (event: { readonly target: { readonly value: string } }): void => {
    onSet(name, event.target.value);
  };
  return (
    <div className={field.type === 'text' || field.type === 'award' ? 'field wide' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {field.type === 'choice' || field.type === 'award' || field.type === 'yes-no' ? (
        <select id={id} className="form-input" value={value} onChange={change}>
          <option value="">{t(field.type === 'yes-no' ? 'evidence.no' : 'evidence.choose')}</option>
          {field.type === 'yes-no' ? <option value="yes">{t('evidence.yes')}</option> : null}
          {field.type === 'award' ? awards.map((one) => <Choice key={one.code} value={one.code} text={one.name} />) : null}
          {(field.choices ?? []).map((one) => (
            <Choice key={one} value={one} text={t(`evidence.choice.${one}`)} />
          ))}
        </select>
      ) : field.type === 'day' ? (
        <DayField
          id={id}
          value={value}
          withTime={false}
          disabled={false}
          onChange={(day) => {
            onSet(name, typeof day === 'string' ? day : '');
          }}
        />
      ) : (
        <input
          id={id}
          className="form-input"
          type={TYPES[field.type]}
          {...(field.type === 'year' ? { min: 1945, max: 2100 } : field.type === 'count' ? { min: 0 } : {})}
          value={value}
          onChange={change}
        />
      )}
    </div>
  );
}

function Choice({ value, text }: { readonly value: string; readonly text: string }): ReactNode {
  return <option value={value}>{text}</option>;
}
