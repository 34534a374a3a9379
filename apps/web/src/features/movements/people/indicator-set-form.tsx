import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { IndicatorBoard } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { useYear } from './use-year';
import { ChoiceLine, TextLine } from './fields';
import { linesOf } from './set-lines';

interface Props {
  readonly movementId: string;
  readonly issuers: IndicatorBoard['issuers'];
  readonly onDone: () => void;
}

/** A set of indicators, a line each: 'mã | tên | đơn vị tính | chỉ tiêu'. */
export function IndicatorSetForm({ movementId, issuers, onDone }: Props): ReactNode {
  const t = useText();
  const draft = useAct('draftIndicators');
  const [orgId, setOrgId] = useState(issuers[0]?.orgId ?? '');
  const [title, setTitle] = useState('');
  const [year, setYear] = useState(useYear());
  const [text, setText] = useState('');
  const read = linesOf(text);
  return (
    <>
      <div className="people-form">
        <ChoiceLine
          id="set-org"
          label={t('movements.people.issuer')}
          value={orgId}
          onChange={setOrgId}
          options={issuers.map((one) => ({ value: one.orgId, label: one.orgName }))}
        />
        <TextLine id="set-title" label={t('movements.people.setTitle')} value={title} onChange={setTitle} />
        <TextLine
          id="set-year"
          label={t('movements.people.year')}
          value={year}
          max={4}
          onChange={(value) => {
            setYear(value.replace(/\D/g, ''));
          }}
        />
        <TextLine
          id="set-lines"
          label={t('movements.people.setLines')}
          value={text}
          onChange={setText}
          rows={5}
          max={6000}
          hint={t('movements.people.setLinesHint')}
        />
      </div>
      {read.wrong.length === 0 ? null : <p className="small">{t('movements.people.wrongLines', { lines: read.wrong.join(', ') })}</p>}
      <div className="people-bar">
        <Button onClick={onDone}>{t('action.close')}</Button>
        <Button
          type="primary"
          disabled={title.trim().length < 5 || read.lines.length === 0 || read.wrong.length > 0 || !/^20\d\d$/.test(year)}
          loading={draft.isPending}
          onClick={() => {
            const body = { orgId, title, year: Number(year), lines: [...read.lines] };
            draft.mutate({ params: { id: movementId }, body }, { onSuccess: onDone });
          }}
        >
          {t('movements.people.draftSet')}
        </Button>
      </div>
      <ErrorNote error={draft.error} />
    </>
  );
}
