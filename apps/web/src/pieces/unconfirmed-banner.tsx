import type { ReactNode } from 'react';
import { WarningOutlined } from '@ant-design/icons';
import { useText } from '../i18n/use-text';

const READ_AT_A_GLANCE = 12;

/** 'Dữ liệu mẫu, cần cơ quan xác nhận', naming the rows it rests on. */
export function UnconfirmedBanner({ rows, notice }: { readonly rows: readonly string[]; readonly notice?: string | null }): ReactNode {
  if (rows.length === 0 && (notice === undefined || notice === null)) {
    return null;
  }
  return (
    <div className="note note-amber">
      <WarningOutlined aria-hidden />
      <div>
        {notice === undefined || notice === null ? null : <div>{notice}</div>}
        {rows.length === 0 ? null : <Rows rows={rows} />}
      </div>
    </div>
  );
}

/** A whole dossier may rest on a hundred rows: told by their number, named when asked. */
function Rows({ rows }: { readonly rows: readonly string[] }): ReactNode {
  const t = useText();
  if (rows.length <= READ_AT_A_GLANCE) {
    return (
      <div>
        {t('unconfirmed.text')}: {rows.join(', ')}
      </div>
    );
  }
  return (
    <details>
      <summary>{t('unconfirmed.many', { text: t('unconfirmed.text'), count: rows.length })}</summary>
      {rows.join(', ')}
    </details>
  );
}
