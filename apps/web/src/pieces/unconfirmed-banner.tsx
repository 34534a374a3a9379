import type { ReactNode } from 'react';
import { WarningOutlined } from '@ant-design/icons';
import { useText } from '../i18n/use-text';

/** 'Dữ liệu mẫu, cần cơ quan xác nhận', naming the rows it rests on. */
export function UnconfirmedBanner({ rows, notice }: { readonly rows: readonly string[]; readonly notice?: string | null }): ReactNode {
  const t = useText();
  if (rows.length === 0 && (notice === undefined || notice === null)) {
    return null;
  }
  return (
    <div className="note note-amber">
      <WarningOutlined aria-hidden />
      <div>
        {notice === undefined || notice === null ? null : <div>{notice}</div>}
        {rows.length === 0 ? null : (
          <div>
            {t('unconfirmed.text')}: {rows.join(', ')}
          </div>
        )}
      </div>
    </div>
  );
}
