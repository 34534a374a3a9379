import { useRef, type ReactNode } from 'react';
import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useAct } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';

/** A scan or photograph of the blank, cut to its edges. */
export function PictureUpload({ id, has }: { readonly id: string; readonly has: boolean }): ReactNode {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const upload = useAct('uploadBlankPicture');
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,application/pdf"
        hidden
        aria-label={t('blanks.picture')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) {
            upload.mutate({ params: { id }, file });
          }
          event.target.value = '';
        }}
      />
      <Button size="small" icon={<UploadOutlined aria-hidden />} loading={upload.isPending} onClick={() => input.current?.click()}>
        {t(has ? 'blanks.otherPicture' : 'blanks.picture')}
      </Button>
      <ErrorNote error={upload.error} />
    </>
  );
}
