import { useRef, useState, type ReactNode } from 'react';
import { CloseOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import type { UploadKind, UploadName } from '@thidua/contract';
import { sizeText } from '../i18n/file-facts';
import { useText } from '../i18n/use-text';
import { ErrorNote } from './error-note';
import { acceptOf, refusalOfFile, ruleOf, type FileRule } from './file-rules';
import './file-field.css';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly rule: UploadName | FileRule;
  /** Fewer than the rule takes, where this form takes fewer. */
  readonly kinds?: readonly UploadKind[];
  readonly file: File | null;
  readonly onChange: (file: File | null) => void;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** While it is sent, 0 to 100; at 100 the server looks into it. */
  readonly percent?: number | null;
  /** What the server said of it. */
  readonly error?: unknown;
}

/** One file: what may be chosen, its name and size, how far it is, why it was not taken, another or none. */
export function FileField({ id, label, rule, kinds, file, onChange, required, disabled, percent = null, error }: Props): ReactNode {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const taken = ruleOf(rule, kinds, t);
  const choose = (chosen: File | undefined): void => {
    if (chosen !== undefined) {
      const why = refusalOfFile(chosen, taken, t);
      setRefusal(why);
      onChange(why === null ? chosen : null);
    }
  };
  return (
    <div className="field file-field">
      <label className="field-label" htmlFor={id}>
        {label}
        {required === true ? <span className="required"> *</span> : null}
      </label>
      <div className="file-line">
        <input
          ref={input}
          id={id}
          type="file"
          className="visually-hidden"
          accept={acceptOf(taken)}
          aria-describedby={`${id}-help`}
          aria-invalid={refusal !== null}
          disabled={disabled === true || percent !== null}
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {/* The field itself has the keyboard; this is its face. */}
        <Button
          icon={<UploadOutlined aria-hidden />}
          tabIndex={-1}
          disabled={disabled === true || percent !== null}
          onClick={() => input.current?.click()}
        >
          {t(file === null ? 'file.choose' : 'file.replace')}
        </Button>
        {file === null ? null : (
          <>
            <span className="file-name">{t('file.chosen', { name: file.name, size: sizeText(file.size) })}</span>
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={`${t('file.remove')}: ${file.name}`}
              disabled={percent !== null}
              onClick={() => {
                onChange(null);
              }}
            />
          </>
        )}
      </div>
      <p className="help" id={`${id}-help`}>
        {t('file.accepts', { kinds: taken.says, largest: sizeText(taken.largest) })}
      </p>
      {percent === null ? null : (
        <div role="status">
          <Progress percent={percent} size="small" showInfo={false} status="active" aria-label={label} />
          <span className="small muted">{percent < 100 ? t('file.sending', { percent }) : t('file.checking')}</span>
        </div>
      )}
      {refusal === null ? null : (
        <p className="field-error" role="alert">
          {refusal}
        </p>
      )}
      <ErrorNote error={error} />
    </div>
  );
}
