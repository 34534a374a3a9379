import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { useText } from '../i18n/use-text';
import { Dialog } from './dialog';
import { ErrorNote } from './error-note';

interface Props {
  /** The act with its object: 'Rút hồ sơ HS-2026-0004'. */
  readonly title: string;
  readonly verb: string;
  readonly label: string;
  readonly min?: number;
  readonly danger?: boolean;
  readonly pending: boolean;
  readonly error?: unknown;
  readonly children?: ReactNode;
  readonly onDo: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks for the reason an act must carry. Enter makes a new line, it never decides. */
export function ReasonDialog(props: Props): ReactNode {
  const t = useText();
  const [reason, setReason] = useState('');
  const min = props.min ?? 5;
  const short = Array.from(reason.trim()).length < min;
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      foot={
        <>
          <Button onClick={props.onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            danger={props.danger ?? false}
            disabled={short}
            loading={props.pending}
            aria-describedby="reason-help"
            onClick={() => {
              props.onDo(reason.trim());
            }}
          >
            {props.verb}
          </Button>
        </>
      }
    >
      {props.children}
      <label className="field-label" htmlFor="reason-text">
        {props.label}
      </label>
      <textarea
        id="reason-text"
        className="form-input form-area"
        rows={4}
        maxLength={1000}
        value={reason}
        aria-describedby="reason-help"
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <p className="help" id="reason-help">
        {short ? t('reason.min', { min }) : ' '}
      </p>
      <ErrorNote error={props.error} />
    </Dialog>
  );
}
