import { useEffect, useRef, useState, type ReactNode } from 'react';
import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { PrintOrderView } from '@thidua/contract';
import { addressOf } from '../api/client';
import { useAct, useRead } from '../api/queries';
import { useText } from '../i18n/use-text';
import { ErrorNote } from './error-note';
import './print-button.css';

interface Props {
  readonly kind: string;
  /** Checked by the gate of the kind. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly label: string;
  /** Why it cannot be printed now; absent when it can. */
  readonly whyNot?: string | undefined;
  readonly size?: 'small' | 'middle';
  readonly primary?: boolean;
}

const LOOK_EVERY_MS = 600;

/** Asks for a print, tells how far it is, and opens the file at the end. */
export function PrintButton({ kind, params, label, whyNot, size = 'middle', primary = false }: Props): ReactNode {
  const ask = useAct('orderPrint');
  const [id, setId] = useState<string | null>(null);
  return (
    <span className="print">
      <Button
        size={size}
        type={primary ? 'primary' : 'default'}
        icon={<PrinterOutlined aria-hidden />}
        disabled={whyNot !== undefined}
        title={whyNot}
        loading={ask.isPending}
        onClick={() => {
          setId(null);
          // Parameters are plain JSON by what the pages put in.
          const body = { kind, params: params as Record<string, string> };
          ask.mutate(
            { body },
            {
              onSuccess: (answer) => {
                setId(answer.id);
              },
            },
          );
        }}
      >
        {label}
      </Button>
      <ErrorNote error={ask.error} />
      {id === null ? null : <PrintProgress key={id} id={id} label={label} />}
    </span>
  );
}

/** How far a print is, whatever has asked for it; its file, or why there is none, at the end. */
export function PrintProgress({ id, label }: { readonly id: string; readonly label: string }): ReactNode {
  const t = useText();
  const [finished, setFinished] = useState(false);
  const order = useRead('printOrder', { params: { id } }, finished ? {} : { every: LOOK_EVERY_MS });
  const state = order.data?.state;
  const opened = useRef(false);
  useEffect(() => {
    if (state !== 'done' && state !== 'failed') {
      return;
    }
    setFinished(true);
    if (state === 'done' && !opened.current) {
      opened.current = true;
      // A browser that opens nothing by itself shows the link beneath.
      window.open(addressOf('printContent', { id }), '_blank');
    }
  }, [state, id]);
  if (order.data === undefined) {
    return <ErrorNote error={order.error} />;
  }
  return <State order={order.data} label={label} address={addressOf('printContent', { id })} t={t} />;
}

function State({
  order,
  label,
  address,
  t,
}: {
  readonly order: PrintOrderView;
  readonly label: string;
  readonly address: string;
  readonly t: ReturnType<typeof useText>;
}): ReactNode {
  const { state, done, total, failure } = order;
  if (state === 'failed') {
    return (
      <span className="print-state print-failed" role="alert">
        {t('print.failed')} {t.or(`print.failure.${failure?.code ?? ''}`, t('print.failure.other'))}{' '}
        <span className="small muted">{failure?.detail}</span>
      </span>
    );
  }
  if (state === 'done') {
    return (
      <span className="print-state" role="status">
        {total > 1 ? t('print.progress', { done, total }) : t('print.ready')}{' '}
        <a href={address} target="_blank" rel="noopener" aria-label={`${t('print.open')}: ${label}`}>
          {t('print.open')}
        </a>
      </span>
    );
  }
  return (
    <span className="print-state" role="status">
      <progress aria-label={`${label}: ${t('print.making')}`} {...(total > 0 && state === 'running' ? { value: done, max: total } : {})} />
      {state === 'queued' ? t('print.queued') : total > 0 ? t('print.progress', { done, total }) : t('print.making')}
    </span>
  );
}
