import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text';
import { UploadField } from '../../pieces/upload-field';

/** A scan or photograph of the blank, cut to its edges. */
export function PictureUpload({ id, has }: { readonly id: string; readonly has: boolean }): ReactNode {
  const t = useText();
  return (
    <UploadField
      id={`blank-picture-${id}`}
      label={t(has ? 'blanks.otherPicture' : 'blanks.picture')}
      rule="blank-picture"
      route="uploadBlankPicture"
      input={{ params: { id } }}
      quiet
    />
  );
}
