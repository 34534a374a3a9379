import type { ReactNode } from 'react';
import { useRead, useSession } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { Wizard } from '../wizard/wizard';

/** Nhập thay: the receiving office types a paper dossier of a unit or thôn, or proposes for residents. */
export default function PaperEntryPage(): ReactNode {
  const t = useText();
  const session = useSession();
  const movements = useRead('movements');
  const units = useRead('intakeUnits');
  if (session.data === undefined || movements.data === undefined || units.data === undefined) {
    const error = movements.error ?? units.error;
    return <div className="page">{error === null ? <Loading /> : <ErrorNote error={error} />}</div>;
  }
  if (units.data.units.length === 0) {
    return (
      <div className="page">
        <PageHead title={t('intake.entry.title')} />
        <EmptyState text={t('intake.entry.notDesk')} />
      </div>
    );
  }
  const bodies = units.data.units.map(({ id, name, own }) => ({ orgId: id, orgName: own ? t('intake.entry.residents', { name }) : name }));
  return <Wizard session={session.data} movements={movements.data} bodies={bodies} onPaper />;
}
