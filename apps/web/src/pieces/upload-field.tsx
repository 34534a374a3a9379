import { useState, type ReactNode } from 'react';
import type { RouteName, UploadKind, UploadName } from '@thidua/contract';
import type { AnswerOf, CallInput } from '../api/client';
import { useAct } from '../api/queries';
import { useText } from '../i18n/use-text';
import { FileField } from './file-field';

interface Props<N extends RouteName> {
  readonly id: string;
  readonly label: string;
  readonly rule: UploadName;
  readonly kinds?: readonly UploadKind[];
  readonly route: N;
  /** Parameters, query and fields that go with the file. */
  readonly input: CallInput<N>;
  readonly disabled?: boolean;
  /** What becomes of the file is told elsewhere. */
  readonly quiet?: boolean;
  readonly onDone?: (answer: AnswerOf<N>, file: File) => void;
}

/** A file that is sent as soon as it is chosen. */
export function UploadField<N extends RouteName>({
  id,
  label,
  rule,
  kinds,
  route,
  input,
  disabled,
  quiet = false,
  onDone,
}: Props<N>): ReactNode {
  const t = useText();
  const send = useAct(route);
  const [percent, setPercent] = useState<number | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    send.reset();
    if (chosen === null) {
      return;
    }
    setPercent(0);
    send.mutate(
      { ...input, file: chosen, onProgress: setPercent },
      {
        onSuccess: (answer) => {
          setFile(null);
          onDone?.(answer, chosen);
        },
        onSettled: () => {
          setPercent(null);
        },
      },
    );
  };
  return (
    <>
      <FileField
        id={id}
        label={label}
        rule={rule}
        file={file}
        onChange={choose}
        percent={percent}
        error={send.error}
        {...(disabled === undefined ? {} : { disabled })}
        {...(kinds === undefined ? {} : { kinds })}
      />
      {send.isSuccess && !quiet ? (
        <p className="small muted" role="status">
          {t(wasCleaned(send.data) ? 'file.cleaned' : 'file.done')}
        </p>
      ) : null}
    </>
  );
}

function wasCleaned(answer: unknown): boolean {
  const notes: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'notes') : undefined;
  return Array.isArray(notes) && notes.includes('active-content-removed');
}
