import { useId, useRef, useState, type ReactNode } from 'react';
import { UploadOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { Letterhead } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import '../../pieces/file-field.css';

interface Props {
  readonly value: Letterhead | null;
  readonly readOnly: boolean;
  readonly onChange: (value: Letterhead | null) => void;
}

const EMPTY: Letterhead = { emblem: null, parent: [], body: [], below: [] };
const LARGEST = 250_000;

/** The head of the province's own papers: emblem, lines of the bodies, address. Empty lines leave the paper's own. */
export function LetterheadForm({ value, readOnly, onChange }: Props): ReactNode {
  const t = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const shown = value ?? EMPTY;
  const set = (change: Partial<Letterhead>): void => {
    const next = { ...shown, ...change };
    const blank = next.emblem === null && [next.parent, next.body, next.below].every((lines) => lines.length === 0);
    onChange(blank ? null : next);
  };
  const read = (file: File | undefined): void => {
    if (file === undefined) {
      return;
    }
    if (!['image/png', 'image/jpeg'].includes(file.type) || file.size > LARGEST) {
      setProblem(t('templates.letterhead.wrongPicture'));
      return;
    }
    const reader = new FileReader();
    reader.onload = () => {
      setProblem('');
      set({ emblem: typeof reader.result === 'string' ? reader.result : null });
    };
    reader.readAsDataURL(file);
  };
  return (
    <fieldset className="templates-letterhead" disabled={readOnly}>
      <legend>{t('templates.letterhead.title')}</legend>
      <p className="help">{t('templates.letterhead.help')}</p>
      {(['parent', 'body', 'below'] as const).map((part) => (
        <label key={part} className="field">
          <span className="field-label">{t(`templates.letterhead.${part}`)}</span>
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 4 }}
            defaultValue={shown[part].join('\n')}
            onChange={(event) => {
              const lines = event.target.value.split('\n').map((line) => line.trim());
              set({ [part]: lines.filter((line) => line !== '').slice(0, 4) });
            }}
          />
        </label>
      ))}
      <div className="field">
        <label className="field-label" htmlFor={`${id}emblem`}>
          {t('templates.letterhead.emblem')}
        </label>
        {shown.emblem === null ? null : (
          <div className="templates-emblem">
            <img alt={t('templates.letterhead.emblemAlt')} src={shown.emblem} />
            <Button
              size="small"
              onClick={() => {
                set({ emblem: null });
              }}
            >
              {t('templates.letterhead.noEmblem')}
            </Button>
          </div>
        )}
        <div className="file-line">
          <input
            ref={input}
            id={`${id}emblem`}
            type="file"
            className="visually-hidden"
            accept=".png,.jpg,.jpeg"
            aria-describedby={`${id}help`}
            onChange={(event) => {
              read(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <Button icon={<UploadOutlined aria-hidden />} tabIndex={-1} onClick={() => input.current?.click()}>
            {t(shown.emblem === null ? 'file.choose' : 'file.replace')}
          </Button>
        </div>
        <p className={problem === '' ? 'help' : 'field-error'} id={`${id}help`} role={problem === '' ? undefined : 'alert'}>
          {problem === '' ? t('templates.letterhead.emblemHelp') : problem}
        </p>
      </div>
    </fieldset>
  );
}
