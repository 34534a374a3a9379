import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, InputNumber, Select } from 'antd';
import type { BlankSummary } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';

interface Props {
  readonly orgs: readonly { readonly id: string; readonly name: string }[];
  readonly awards: readonly { readonly code: string; readonly name: string }[];
  readonly blanks: readonly BlankSummary[];
  readonly onClose: () => void;
}

/** A new sheet: whose, for which awards, how large; its fields begin where they usually stand, or as on another sheet. */
export function AddBlank({ orgs, awards, blanks, onClose }: Props): ReactNode {
  const t = useText();
  const go = useNavigate();
  const add = useAct('addBlank');
  const [draft, setDraft] = useState({
    orgId: orgs[0]?.id ?? '',
    name: '',
    awards: [] as string[],
    widthMm: 297,
    heightMm: 210,
    copyOf: '',
  });
  const set = (change: Partial<typeof draft>): void => {
    setDraft({ ...draft, ...change });
  };
  const ready = draft.orgId !== '' && draft.name.trim().length >= 3;
  return (
    <Dialog
      title={t('blanks.add')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            disabled={!ready}
            loading={add.isPending}
            onClick={() => {
              const { copyOf, ...body } = draft;
              add.mutate(
                { body: { ...body, name: draft.name.trim(), ...(copyOf === '' ? {} : { copyOf }) } },
                { onSuccess: ({ id }) => void go({ to: '/phoi/$id', params: { id } }) },
              );
            }}
          >
            {t('blanks.addDo')}
          </Button>
        </>
      }
    >
      <div className="task-form">
        <Field id="blank-org" label={t('blanks.list.org')}>
          <Select
            id="blank-org"
            value={draft.orgId}
            options={orgs.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(orgId) => {
              set({ orgId });
            }}
          />
        </Field>
        <Field id="blank-name" label={t('blanks.list.name')}>
          <Input
            id="blank-name"
            maxLength={120}
            value={draft.name}
            onChange={(event) => {
              set({ name: event.target.value });
            }}
          />
        </Field>
        <Field id="blank-awards" label={t('blanks.list.awards')}>
          <Select
            id="blank-awards"
            mode="multiple"
            placeholder={t('blanks.anyAward')}
            value={draft.awards}
            showSearch={{ optionFilterProp: 'label' }}
            options={awards.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(chosen) => {
              set({ awards: chosen });
            }}
          />
        </Field>
        {(['widthMm', 'heightMm'] as const).map((side) => (
          <Field key={side} id={`blank-${side}`} label={t(`blanks.${side}`)}>
            <InputNumber
              id={`blank-${side}`}
              min={50}
              max={900}
              step={1}
              decimalSeparator=","
              value={draft[side]}
              onChange={(value) => {
                set({ [side]: value ?? draft[side] });
              }}
            />
          </Field>
        ))}
        {blanks.length === 0 ? null : (
          <Field id="blank-copy" label={t('blanks.copyOf')}>
            <Select
              id="blank-copy"
              value={draft.copyOf}
              options={[{ value: '', label: t('blanks.copyNone') }, ...blanks.map(({ id, name }) => ({ value: id, label: name }))]}
              onChange={(copyOf) => {
                set({ copyOf });
              }}
            />
          </Field>
        )}
      </div>
      <ErrorNote error={add.error} />
    </Dialog>
  );
}

function Field({ id, label, children }: { readonly id: string; readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
    </div>
  );
}
