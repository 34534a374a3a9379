import { useState, type ReactNode } from 'react';
import { ImportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../../i18n/use-text';
import { ImportDialog } from './import-dialog';

export function ImportButton(): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        icon={<ImportOutlined aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('import.button')}
      </Button>
      {open ? (
        <ImportDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
}
