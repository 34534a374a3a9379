import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { ConfigProvider } from 'antd';
import './dialog.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons of the foot, the act last. */
  readonly foot?: ReactNode;
}

/** The browser's own modal: it keeps the focus, closes on Escape and needs no style tag (antd's scroll lock would break the CSP). */
export function Dialog({ title, onClose, children, foot }: Props): ReactNode {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [host, setHost] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    setHost(element);
    return () => {
      element?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      <ConfigProvider getPopupContainer={() => host ?? document.body}>{children}</ConfigProvider>
      {foot === undefined ? null : <div className="dialog-foot">{foot}</div>}
    </dialog>
  );
}
