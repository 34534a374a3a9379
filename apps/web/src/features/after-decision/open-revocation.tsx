import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Radio } from 'antd';
import type { AfterDecisionView } from '@thidua/contract';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { Day, Words } from './fields';

const GROUNDS = ['false-declaration', 'false-papers', 'unlawful-appraisal', 'standard-not-met'] as const;
type Decision = AfterDecisionView['decisions'][number];

/** Đề nghị hủy bỏ khen thưởng: whom, by which ground of R-23, and the conclusion it rests on. */
export function OpenRevocation({ decision, onClose }: { readonly decision: Decision; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const open = useAct('openRevocation');
  const rows = decision.rows.filter((row) => row.revocable);
  const [chosen, setChosen] = useState<readonly string[]>(rows.length === 1 ? rows.map((row) => row.rowId) : []);
  const [ground, setGround] = useState<(typeof GROUNDS)[number]>('false-declaration');
  const [text, setText] = useState('');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState('');
  const [body, setBody] = useState('');
  const complete = chosen.length > 0 && text.trim().length >= 10 && number.trim() !== '' && date !== '' && body.trim().length >= 3;
  return (
    <Dialog
      title={t('after.openTitle', { number: decision.numberText ?? '' })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            danger
            disabled={!complete}
            loading={open.isPending}
            onClick={() => {
              const conclusion = { text: text.trim(), number: number.trim(), date, body: body.trim() };
              open.mutate({ params: { id: decision.id }, body: { rowIds: [...chosen], ground, conclusion } }, { onSuccess: onClose });
            }}
          >
            {t('after.open')}
          </Button>
        </>
      }
    >
      <p className="small muted">{t('after.openHelp')}</p>
      <div className="task-form">
        <fieldset className="row-entry">
          <legend>{t('after.who')}</legend>
          {rows.map((row) => (
            <div key={row.rowId}>
              <Checkbox
                checked={chosen.includes(row.rowId)}
                onChange={(event) => {
                  setChosen(event.target.checked ? [...chosen, row.rowId] : chosen.filter((id) => id !== row.rowId));
                }}
              >
                {row.name}
                {row.title === '' ? '' : `, ${row.title}`}
              </Checkbox>
            </div>
          ))}
        </fieldset>
        <div className="field">
          <span className="field-label" id="revoke-ground">
            {t('after.ground')}
          </span>
          <Radio.Group
            className="stack"
            aria-labelledby="revoke-ground"
            value={ground}
            options={GROUNDS.map((value) => ({ value, label: t(`after.groundKind.${value}`) }))}
            onChange={(event) => {
              setGround(GROUNDS.find((known) => known === event.target.value) ?? 'false-declaration');
            }}
          />
        </div>
        <Words id="conclusion-text" label={t('after.conclusion')} value={text} rows={3} max={2000} onChange={setText} />
        <Words id="conclusion-number" label={t('after.conclusionNumber')} value={number} max={60} onChange={setNumber} />
        <Day id="conclusion-date" label={t('after.conclusionDate')} value={date} onChange={setDate} />
        <Words id="conclusion-body" label={t('after.conclusionBody')} value={body} onChange={setBody} />
      </div>
      <ErrorNote error={open.error} />
    </Dialog>
  );
}
