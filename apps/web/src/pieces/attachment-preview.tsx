import { useState, type ReactNode } from 'react';
import { DownloadOutlined, EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../i18n/use-text';
import './file-field.css';

interface Props {
  readonly name: string;
  /** Address of the picture of a page, from 1. */
  readonly picture: (page: number) => string;
  readonly download: string;
  /** Unknown where nobody counted: pages are turned until there is none. */
  readonly pages?: number | null;
  readonly open?: boolean;
}

/** A file of people, page by page as a picture; the file itself is only ever downloaded. */
export function AttachmentPreview({ name, picture, download, pages = null, open = false }: Props): ReactNode {
  const t = useText();
  const [shown, setShown] = useState(open);
  const [page, setPage] = useState(1);
  const [last, setLast] = useState<number | null>(pages);
  const [failed, setFailed] = useState(false);
  const turn = (to: number): void => {
    setPage(to);
  };
  return (
    <div className="attachment-preview">
      <div className="bar-buttons">
        <Button
          size="small"
          icon={shown ? <EyeInvisibleOutlined aria-hidden /> : <EyeOutlined aria-hidden />}
          aria-expanded={shown}
          onClick={() => {
            setShown(!shown);
          }}
        >
          {t(shown ? 'file.hidePreview' : 'file.preview')}
        </Button>
        <Button size="small" icon={<DownloadOutlined aria-hidden />} href={download} download>
          {t('file.download')}
        </Button>
      </div>
      {!shown ? null : failed ? (
        <p className="note">{t('file.noPreview')}</p>
      ) : (
        <figure>
          <img
            src={picture(page)}
            alt={t('file.previewOf', { name, page })}
            onError={() => {
              if (page > 1) {
                setLast(page - 1);
                turn(page - 1);
              } else {
                setFailed(true);
              }
            }}
          />
          {last === 1 ? null : (
            <figcaption className="bar-buttons">
              <Button
                size="small"
                disabled={page === 1}
                onClick={() => {
                  turn(page - 1);
                }}
              >
                {t('file.before')}
              </Button>
              <span className="small">{last === null ? t('file.page', { page }) : t('file.pageOf', { page, pages: last })}</span>
              <Button
                size="small"
                disabled={page === last}
                onClick={() => {
                  turn(page + 1);
                }}
              >
                {t('file.after')}
              </Button>
            </figcaption>
          )}
        </figure>
      )}
    </div>
  );
}
