import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { CheckCircleOutlined } from '@ant-design/icons';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import type { PublishedVersion } from './publish-dialog';

/** Told by the server, with the number and the id it gave. */
export function PublishedNote({ name, published }: { readonly name: string; readonly published: PublishedVersion }): ReactNode {
  const t = useText();
  const { id, version, effectiveFrom, appliesTo } = published;
  return (
    <div className="note note-green" role="status">
      <CheckCircleOutlined aria-hidden />
      <div>
        <strong>{t('publishing.done', { version, name, day: dayText(effectiveFrom) })}</strong>
        <div>{t(appliesTo === 'new' ? 'publishing.doneNew' : 'publishing.doneChosen')}</div>
        {appliesTo === 'chosen' ? (
          <Link to="/quy-trinh/$id/chay-thu" params={{ id }} search={{}}>
            {t('publishing.choose')}
          </Link>
        ) : null}
        <div className="muted small">{t('publishing.serverId', { id })}</div>
      </div>
    </div>
  );
}
