import type { ReactNode } from 'react';
import { Checkbox, Input, Select } from 'antd';
import { DayField } from '../../forms/day-field';
import { useText } from '../../i18n/use-text';
import type { AwardType, Menu, NomineeDraft } from './draft';

interface Props {
  readonly row: NomineeDraft;
  readonly award: Menu[number] | undefined;
  readonly number: number;
  readonly onSet: (part: Partial<NomineeDraft>) => void;
}

/** What the plain case leaves out: type, truy tặng, period, party management, who manages a nominee from outside. */
export function NomineeMore({ row, award, number, onSet }: Props): ReactNode {
  const t = useText();
  const id = (name: string): string => `nominee-${String(number)}-${name}`;
  const types = award?.types ?? [];
  return (
    <details className="wizard-options" open={row.scope === 'outside'}>
      <summary>{t('wizard.more')}</summary>
      <div className="nominee-fields">
        {types.length < 2 ? null : (
          <div className="field">
            <label className="field-label" htmlFor={id('type')}>
              {t('wizard.awardType')}
            </label>
            <Select
              id={id('type')}
              value={row.awardType ?? types[0]}
              options={types.map((value) => ({ value, label: t(`awardType.${value}`) }))}
              onChange={(awardType: AwardType) => {
                onSet({ awardType });
              }}
            />
          </div>
        )}
        {(['achievementFrom', 'achievementTo'] as const).map((name) => (
          <div className="field" key={name}>
            <label className="field-label" htmlFor={id(name)}>
              {t(`wizard.${name}`)}
            </label>
            <DayField
              id={id(name)}
              value={row[name] ?? ''}
              withTime={false}
              disabled={false}
              onChange={(value) => {
                onSet({ [name]: typeof value === 'string' ? value : undefined });
              }}
            />
          </div>
        ))}
      </div>
      <div className="checks">
        {award?.posthumous === true && row.kind === 'individual' ? (
          <Check
            label={t('wizard.posthumous')}
            checked={row.posthumous === true}
            onSet={(posthumous) => {
              onSet({ posthumous });
            }}
          />
        ) : null}
        {row.kind === 'individual' ? (
          <>
            <Check
              label={t('wizard.underParty')}
              checked={row.underPartyManagement === true}
              onSet={(underPartyManagement) => {
                onSet({ underPartyManagement });
              }}
            />
            <Check
              label={t('wizard.femaleLeader')}
              checked={row.femaleLeader === true}
              onSet={(femaleLeader) => {
                onSet({ femaleLeader });
              }}
            />
          </>
        ) : null}
      </div>
      {row.scope === 'outside' ? <OutsiderFields row={row} number={number} onSet={onSet} /> : null}
    </details>
  );
}

function Check({
  label,
  checked,
  onSet,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onSet: (next: boolean) => void;
}): ReactNode {
  return (
    <Checkbox
      checked={checked}
      onChange={(event) => {
        onSet(event.target.checked);
      }}
    >
      {label}
    </Checkbox>
  );
}

/** Whoever manages a nominee from outside is asked to confirm; an enterprise is told by its tax code as well. */
function OutsiderFields({ row, number, onSet }: Omit<Props, 'award'>): ReactNode {
  const t = useText();
  const { managingBody = '', address = '', taxCode } = row.outsider ?? {};
  const set = (part: Partial<NonNullable<NomineeDraft['outsider']>>): void => {
    const next = { managingBody, address, ...(taxCode === undefined ? {} : { taxCode }), ...part };
    const { taxCode: code, ...rest } = next;
    onSet({
      outsider:
        rest.managingBody === '' && rest.address === ''
          ? undefined
          : { ...rest, ...(code === undefined || code === '' ? {} : { taxCode: code }) },
    });
  };
  const fields = [
    ['managingBody', managingBody, 300],
    ['address', address, 300],
    ['taxCode', taxCode ?? '', 14],
  ] as const;
  return (
    <div>
      <p className="help">{t('wizard.outsiderHint')}</p>
      <div className="nominee-fields">
        {fields
          .filter(([name]) => name !== 'taxCode' || row.kind === 'collective')
          .map(([name, value, max]) => (
            <div className="field nominee-name" key={name}>
              <label className="field-label" htmlFor={`nominee-${String(number)}-${name}`}>
                {t(`wizard.outsider.${name}`)}
              </label>
              <Input
                id={`nominee-${String(number)}-${name}`}
                maxLength={max}
                value={value}
                onChange={(event) => {
                  set({ [name]: event.target.value });
                }}
              />
            </div>
          ))}
      </div>
    </div>
  );
}
