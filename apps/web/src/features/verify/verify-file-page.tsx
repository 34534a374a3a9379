import type { ReactNode } from 'react';
import { FileCheck } from './file-check';
import { PublicPage } from './public-page';

/** For whoever holds a file and no code. */
export default function VerifyFilePage(): ReactNode {
  return (
    <PublicPage>
      <FileCheck />
    </PublicPage>
  );
}
