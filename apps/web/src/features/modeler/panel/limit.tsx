import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { InputNumber, Radio, Select } from 'antd';
import type { PanelLimit } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';
import { attributeOf, extensionOf, setExtension } from '../extension';
import { Field, Group } from './field';
import type { Part } from './part';

const DEADLINE = 'thidua:Deadline';
type Mode = 'none' | 'law' | 'own';
const MODES: readonly Mode[] = ['none', 'law', 'own'];

/** Thời hạn: none, that of a row of law as it stands, or one of the body's own within it. Beside a row days of one's own never count. */
export function LimitGroup(part: Part): ReactNode {
  const { element } = part;
  const row = attributeOf(element, DEADLINE, 'row');
  const written: Mode = extensionOf(element, DEADLINE) === undefined ? 'none' : row === '' ? 'own' : 'law';
  return <Limit key={`${element.id}/${written}`} {...part} written={written} />;
}

function Limit({ written, ...part }: Part & { readonly written: Mode }): ReactNode {
  const t = useText();
  const { services, element, facts } = part;
  const [mode, setMode] = useState(written);
  const read = (name: string): string => attributeOf(element, DEADLINE, name);
  const switchTo = (next: Mode): void => {
    setMode(next);
    if (next === 'none') {
      setExtension(services, element, DEADLINE, null);
    } else if (next === 'own' && read('row') !== '') {
      const law = facts?.limits.find((limit) => limit.id === read('row'));
      const days = law?.workingDays ?? Number(read('workingDays'));
      setExtension(services, element, DEADLINE, { workingDays: String(days), row: undefined, within: read('row') });
    } else if (next === 'law' && read('within') !== '') {
      follow(part, read('within'));
    }
  };
  return (
    <Group title={t('panel.group.limit')}>
      <Radio.Group
        aria-label={t('panel.group.limit')}
        value={mode}
        options={MODES.map((value) => ({ value, label: t(`panel.limitMode.${value}`) }))}
        onChange={(event) => {
          switchTo(event.target.value as Mode); // one of the options above
        }}
      />
      {mode === 'law' ? <LawfulLimit {...part} row={read('row')} /> : null}
      {mode === 'own' ? <OwnLimit {...part} /> : null}
      {mode === 'none' || extensionOf(element, DEADLINE) === undefined ? null : <Reminder {...part} />}
    </Group>
  );
}

/** The row's days are written beside it, for who reads the diagram elsewhere. */
function follow({ services, element, facts }: Part, row: string): void {
  const law = facts?.limits.find((limit) => limit.id === row);
  const days = law?.workingDays ?? Number(attributeOf(element, DEADLINE, 'workingDays') || '1');
  setExtension(services, element, DEADLINE, { workingDays: String(days), row, within: undefined });
}

function LawfulLimit({ row, ...part }: Part & { readonly row: string }): ReactNode {
  const t = useText();
  const { facts } = part;
  const law = facts?.limits.find((limit) => limit.id === row);
  return (
    <>
      <Field id="panel-limit-row" label={t('panel.limitRow')}>
        <Select
          id="panel-limit-row"
          showSearch={{ optionFilterProp: 'label' }}
          value={row === '' ? undefined : row}
          placeholder={t('panel.none')}
          popupMatchSelectWidth={420}
          options={facts?.limits.map((limit) => ({ value: limit.id, label: rowLabel(limit, t) })) ?? []}
          onChange={(next: string) => {
            follow(part, next);
          }}
        />
      </Field>
      {law === undefined ? null : (
        <p className="help">
          {law.workingDays === null ? law.text : t('panel.limitSays', { days: law.workingDays })} {t(`limits.startsAt.${law.startsAt}`)};{' '}
          {t(`limits.onSupplement.${law.onSupplement}`)}; {t(`limits.onOpinion.${law.onOpinion}`)}. {law.citation}.{' '}
          <Link to="/goi-quy-dinh">{t('panel.limitElsewhere')}</Link>
        </p>
      )}
    </>
  );
}

function rowLabel({ id, workingDays, text }: PanelLimit, t: ReturnType<typeof useText>): string {
  return `${id}${workingDays === null ? '' : ` · ${t('panel.days', { days: workingDays })}`} · ${text}`;
}

function OwnLimit({ services, element, facts }: Part): ReactNode {
  const t = useText();
  const days = attributeOf(element, DEADLINE, 'workingDays');
  const within = attributeOf(element, DEADLINE, 'within');
  const law = facts?.limits.find((limit) => limit.id === within);
  const most = law?.workingDays ?? null;
  const tooLong = most !== null && Number(days) > most;
  const set = (next: number | null): void => {
    if (String(next ?? '') !== days) {
      setExtension(services, element, DEADLINE, next === null ? null : { workingDays: String(next) });
    }
  };
  return (
    <>
      <Field id="panel-deadline" label={t('panel.deadline')} help={t('panel.ownLimitHelp')}>
        <InputNumber<number>
          key={days}
          id="panel-deadline"
          min={1}
          max={250}
          precision={0}
          {...(days === '' ? {} : { defaultValue: Number(days) })}
          changeOnBlur
          onBlur={(event) => {
            const typed = event.target.value.trim();
            set(typed === '' ? null : Number(typed));
          }}
          onPressEnter={(event) => {
            (event.target as HTMLInputElement).blur(); // keys come from the input alone
          }}
          onStep={set}
        />
      </Field>
      {tooLong ? <p className="field-error">{t('panel.ownLimitLong', { row: within, days: most })}</p> : null}
      {days === '' ? null : (
        <Field id="panel-within" label={t('panel.within')} {...(within === '' ? { help: t('panel.withinFree') } : {})}>
          <Select
            id="panel-within"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={within === '' ? undefined : within}
            placeholder={t('panel.withinNone')}
            popupMatchSelectWidth={420}
            options={
              facts?.limits
                .filter((limit) => limit.workingDays !== null)
                .map((limit) => ({ value: limit.id, label: rowLabel(limit, t) })) ?? []
            }
            onChange={(next: string | undefined) => {
              setExtension(services, element, DEADLINE, { within: next });
            }}
          />
        </Field>
      )}
    </>
  );
}

function Reminder({ services, element }: Part): ReactNode {
  const t = useText();
  const before = attributeOf(element, DEADLINE, 'remindBefore');
  return (
    <Field id="panel-remind" label={t('panel.remindBefore')}>
      <InputNumber<number>
        key={before}
        id="panel-remind"
        min={1}
        max={60}
        precision={0}
        {...(before === '' ? {} : { defaultValue: Number(before) })}
        changeOnBlur
        onBlur={(event) => {
          const typed = event.target.value.trim();
          if (typed !== before) {
            setExtension(services, element, DEADLINE, { remindBefore: typed === '' ? undefined : typed });
          }
        }}
      />
    </Field>
  );
}
