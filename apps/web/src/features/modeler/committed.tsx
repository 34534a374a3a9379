import { useState, type ReactNode } from 'react';
import { Input } from 'antd';
import { FeelField } from './panel/feel-field';
import type { Part } from './panel/part';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  /** An expression of this element: names that exist there are offered. */
  readonly feel?: Part;
  readonly onCommit: (next: string) => void;
}

/** A labelled field of the panel. */
export function TextField({ id, label, value, help, feel, onCommit }: Props): ReactNode {
  if (feel !== undefined) {
    return <FeelField {...feel} {...{ id, label, value, onCommit }} {...(help === undefined ? {} : { help })} />;
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <Committed key={value} id={id} value={value} onCommit={onCommit} />
      {help === undefined ? null : <p className="help">{help}</p>}
    </div>
  );
}

/** Text that becomes a command when the field is left, not at every key. */
function Committed({ id, value, onCommit }: Pick<Props, 'id' | 'value' | 'onCommit'>): ReactNode {
  const [text, setText] = useState(value);
  return (
    <Input.TextArea
      id={id}
      autoSize={{ minRows: 1, maxRows: 5 }}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
      }}
      onBlur={() => {
        if (text.trim() !== value) {
          onCommit(text.trim());
        }
      }}
    />
  );
}
