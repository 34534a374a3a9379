import { useState, type ReactNode } from 'react';
import type { DocumentAboveBody } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ReasonDialog } from '../../../pieces/reason-dialog';
import { ChoiceLine, DayLine, TextLine } from '../people/fields';

const LEVELS = ['TTG', 'CTN', 'TINH', 'HUYEN', 'XA'] as const;
const EMPTY = { symbol: '', dated: '', issuer: '', name: '', body: '', start: '', end: '', quote: '', lineFrom: '', lineTo: '' };
type Fields = typeof EMPTY;

/** A movement that a document above launches, as the plan names the document; from then on nominations may be made under it. */
export function AboveDialog({ movementId, onClose }: { readonly movementId: string; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const record = useAct('recordDocumentAbove');
  const [told, setTold] = useState<Fields>(EMPTY);
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('TTG');
  const line = (key: keyof Fields, max?: number): ReactNode => (
    <TextLine
      id={`above-${key}`}
      label={t(`movements.occasions.above.${key}`)}
      value={told[key]}
      {...(max === undefined ? {} : { max })}
      onChange={(value) => {
        setTold({ ...told, [key]: value });
      }}
    />
  );
  const bodyOf = (reason: string): DocumentAboveBody => {
    const { start, end, lineFrom, lineTo, ...words } = told;
    const from = Number(lineFrom);
    return {
      ...words,
      level,
      reason,
      start: start || null,
      end: end || null,
      lineFrom: from,
      lineTo: lineTo === '' ? from : Number(lineTo),
    };
  };
  return (
    <ReasonDialog
      title={t('movements.occasions.addAbove')}
      verb={t('movements.occasions.record')}
      label={t('movements.occasions.aboveReason')}
      pending={record.isPending}
      error={record.error}
      onClose={onClose}
      onDo={(reason) => {
        record.mutate({ params: { id: movementId }, body: bodyOf(reason) }, { onSuccess: onClose });
      }}
    >
      <div className="occasion-form">
        {line('symbol', 60)}
        <DayLine
          id="above-dated"
          label={t('movements.occasions.above.dated')}
          value={told.dated}
          onChange={(dated) => {
            setTold({ ...told, dated });
          }}
        />
        {line('issuer', 200)}
        {line('name')}
        <ChoiceLine
          id="above-level"
          label={t('movements.occasions.above.level')}
          value={level}
          onChange={(value) => {
            setLevel(LEVELS.find((one) => one === value) ?? 'TTG');
          }}
          options={LEVELS.map((value) => ({ value, label: t(`movements.occasions.level.${value}`) }))}
        />
        {line('body', 200)}
        {line('start', 10)}
        {line('end', 10)}
        {line('quote', 1000)}
        {line('lineFrom', 5)}
        {line('lineTo', 5)}
      </div>
    </ReasonDialog>
  );
}
