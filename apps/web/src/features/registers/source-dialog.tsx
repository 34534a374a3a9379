import { useState, type ReactNode } from 'react';
import type { NumberRegisterList } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ReasonDialog } from '../../pieces/reason-dialog';

interface Props {
  readonly body: NumberRegisterList['bodies'][number];
  readonly year: number;
  readonly onClose: () => void;
}

const SOURCES = ['own', 'external'] as const;

/** Where numbers come from, from a year on, for the types that are ticked. */
export function SourceDialog({ body, year, onClose }: Props): ReactNode {
  const t = useText();
  const set = useAct('setNumberSource');
  const open = body.series.filter((one) => !one.fixed);
  const [types, setTypes] = useState<readonly string[]>(open.map((one) => one.documentType));
  const [source, setSource] = useState<(typeof SOURCES)[number]>('external');
  return (
    <ReasonDialog
      title={t('registers.changeSourceOf', { body: body.orgName, year })}
      verb={t('registers.changeSource')}
      label={t('registers.sourceReason')}
      pending={set.isPending}
      error={set.error}
      onClose={onClose}
      onDo={(reason) => {
        set.mutate({ body: { orgId: body.orgId, documentTypes: [...types], year, source, reason } }, { onSuccess: onClose });
      }}
    >
      <fieldset className="plain-fieldset">
        <legend className="field-label">{t('registers.sourceColumn.source')}</legend>
        {SOURCES.map((one) => (
          <label key={one} className="check-line">
            <input
              type="radio"
              name="number-source"
              value={one}
              checked={source === one}
              onChange={() => {
                setSource(one);
              }}
            />{' '}
            {t(`registers.source.${one}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className="plain-fieldset">
        <legend className="field-label">{t('registers.type')}</legend>
        {open.map((one) => (
          <label key={one.documentType} className="check-line">
            <input
              type="checkbox"
              checked={types.includes(one.documentType)}
              onChange={(event) => {
                setTypes(event.target.checked ? [...types, one.documentType] : types.filter((type) => type !== one.documentType));
              }}
            />{' '}
            {one.typeName}
          </label>
        ))}
      </fieldset>
    </ReasonDialog>
  );
}
