import { useMemo, useState, type ReactNode } from 'react';
import { AutoComplete, Input } from 'antd';
import { useText } from '../../../i18n/use-text';
import { Field } from './field';
import { namesAt, wordAtEnd } from './names-at';
import type { Part } from './part';

interface Props extends Part {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  readonly onCommit: (next: string) => void;
}

/** A FEEL expression; while a name is typed, the names that exist at this place are offered, with the step that sets them. */
export function FeelField(props: Props): ReactNode {
  return <Feel key={props.value} {...props} />;
}

function Feel({ id, label, value, help, onCommit, services, element, facts }: Props): ReactNode {
  const t = useText();
  const [text, setText] = useState(value);
  const [open, setOpen] = useState(false);
  const names = useMemo(() => namesAt(services, element, facts), [services, element, facts]);
  const word = wordAtEnd(text);
  const matching = names.filter(({ name }) => name !== word && name.toLowerCase().includes(word.toLowerCase())).slice(0, MOST);
  return (
    <Field id={id} label={label} {...(help === undefined ? {} : { help })}>
      <AutoComplete
        id={id}
        className="feel-field"
        value={text}
        open={open && matching.length > 0}
        options={matching.map(({ name, by }) => ({
          value: `${text.slice(0, text.length - word.length)}${name}`,
          label: (
            <span>
              <code>{name}</code>{' '}
              <span className="small muted">{by.length === 0 ? t('panel.nameFromStart') : t('panel.nameBy', { step: by[0] ?? '' })}</span>
            </span>
          ),
        }))}
        onChange={(next: string) => {
          setText(next);
          setOpen(true);
        }}
        onSelect={() => {
          setOpen(false);
        }}
        onFocus={() => {
          setOpen(true);
        }}
        onBlur={() => {
          setOpen(false);
          if (text.trim() !== value) {
            onCommit(text.trim());
          }
        }}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} spellCheck={false} />
      </AutoComplete>
    </Field>
  );
}

const MOST = 12;
