import type { ReactNode } from 'react';
import { Button } from 'antd';
import type { PlanFieldView } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';
import { CONTROLS } from './field-shapes';
import type { LineRange } from './source-text';
import { valueWords } from './value-words';

interface Props {
  readonly field: PlanFieldView;
  readonly names: ReadonlyMap<string, string>;
  readonly mayEdit: boolean;
  readonly busy: boolean;
  readonly lit: boolean;
  /** Null: the lines are of a plan that was copied, whose text is not here. */
  readonly onShow: ((line: LineRange) => void) | null;
  readonly onSettle: (state: 'proposed' | 'confirmed' | 'absent') => void;
  readonly onEdit: () => void;
}

const TONE = { proposed: 'tag-amber', confirmed: 'tag-calm', changed: 'tag-blue', absent: 'tag-grey' } as const;

/** What was read, its words, and what a person says of it. */
export function FieldCard({ field, names, mayEdit, busy, lit, onShow, onSettle, onEdit }: Props): ReactNode {
  const t = useText();
  const { kind, source, state, asked, free } = field;
  const words = valueWords(field, names, t);
  const what = t(`movements.drafts.kind.${kind}`);
  return (
    <li className={lit ? 'draft-field draft-field-lit' : 'draft-field'} data-field={field.id}>
      <div className="draft-field-head">
        <span className="small muted">{what}</span>
        {free ? null : <span className={`tag ${TONE[state]}`}>{t(`movements.drafts.state.${state}`)}</span>}
        {field.settledBy === null ? null : <span className="small muted">{field.settledBy}</span>}
      </div>
      <p className="draft-value">{words ?? <em>{t('movements.drafts.notThere')}</em>}</p>
      {source === null || source.line.from === 0 ? (
        words === null ? null : (
          <p className="draft-quote">
            {source === null ? null : <q>{source.quote}</q>} {t('movements.drafts.notInText')}
          </p>
        )
      ) : (
        <p className="draft-quote">
          {kind === 'signer' ? null : <q>{source.quote}</q>}{' '}
          {onShow === null ? (
            t('movements.drafts.inCopied', { lines: linesText(source.line, t) })
          ) : (
            <button
              type="button"
              className="draft-link"
              onClick={() => {
                onShow(source.line);
              }}
            >
              {linesText(source.line, t)}
              <span className="visually-hidden">: {what}</span>
            </button>
          )}
        </p>
      )}
      {asked === null || state !== 'proposed' ? null : <p className="draft-asked">{t(`movements.drafts.question.${asked}`)}</p>}
      {mayEdit && !free ? (
        <div className="draft-field-acts">
          {state === 'proposed' ? (
            <>
              {words === null ? null : (
                <Button
                  size="small"
                  disabled={busy}
                  onClick={() => {
                    onSettle('confirmed');
                  }}
                >
                  {t('movements.drafts.confirm')}
                  <span className="visually-hidden">: {what}</span>
                </Button>
              )}
              <Button
                size="small"
                disabled={busy}
                onClick={() => {
                  onSettle('absent');
                }}
              >
                {t(words === null ? 'movements.drafts.absent' : 'movements.drafts.wrong')}
                <span className="visually-hidden">: {what}</span>
              </Button>
            </>
          ) : (
            <Button
              size="small"
              type="text"
              disabled={busy}
              onClick={() => {
                onSettle('proposed');
              }}
            >
              {t('movements.drafts.again')}
            </Button>
          )}
          {CONTROLS[kind].length === 0 ? null : (
            <Button size="small" disabled={busy} onClick={onEdit}>
              {t(words === null ? 'movements.drafts.fill' : 'movements.drafts.change')}
              <span className="visually-hidden">: {what}</span>
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}

export function linesText({ from, to }: LineRange, t: (key: string, params?: Readonly<Record<string, number>>) => string): string {
  return from === to ? t('movements.drafts.atLine', { from }) : t('movements.drafts.atLines', { from, to });
}
