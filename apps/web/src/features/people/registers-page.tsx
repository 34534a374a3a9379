import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import { REGISTER_KINDS, type RegisterImportView } from '@thidua/contract';
import { download } from '../../api/client';
import { useAct, useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { RegisterImport } from '../setup/register-import';
import '../setup/setup.css';
import './keeping.css';

/** 'Nhập danh mục': the four registers as tables, what was brought in, its codes and its undoing. */
export default function RegistersPage(): ReactNode {
  const t = useText();
  const imports = useRead('registerImports');
  const list = imports.data?.imports;
  return (
    <div className="page">
      <PageHead title={t('staff.registers.title')} line={t('staff.registers.line')} />
      <section className="section" aria-label={t('staff.registers.bring')}>
        <h2>{t('staff.registers.bring')}</h2>
        {REGISTER_KINDS.map((kind) => (
          <RegisterImport key={kind} kind={kind} />
        ))}
      </section>
      <section className="section" aria-label={t('staff.registers.done')}>
        <h2>{t('staff.registers.done')}</h2>
        <ErrorNote error={imports.error} onRetry={() => void imports.refetch()} />
        {list === undefined ? imports.error === null ? <Loading /> : null : null}
        {list?.length === 0 ? <EmptyState text={t('staff.registers.none')} /> : null}
        <ul className="plain">
          {list?.map((one) => (
            <Import key={one.id} one={one} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Import({ one }: { readonly one: RegisterImportView }): ReactNode {
  const t = useText();
  const undo = useAct('undoRegister');
  const [error, setError] = useState<unknown>(null);
  return (
    <li>
      <strong>{t(`setup.import.${one.kind}`)}</strong>, {t('staff.registers.rows', { count: one.rowCount })}
      <div className="small muted">
        {one.fileName} · {one.appliedBy} · {instantText(one.appliedAt)}
      </div>
      {one.undoneAt === null ? (
        <div className="bar-buttons">
          <Button
            size="small"
            loading={undo.isPending}
            onClick={() => {
              undo.mutate({ params: { id: one.id } });
            }}
          >
            {t('staff.registers.undo')}
          </Button>
          {one.waitingAccounts === 0 ? null : (
            <Button
              size="small"
              onClick={() => {
                download('registerCodes', { params: { id: one.id } }).catch(setError);
              }}
            >
              {t('staff.registers.codes', { count: one.waitingAccounts })}
            </Button>
          )}
        </div>
      ) : (
        <span className="tag tag-amber">{t('staff.registers.undone', { at: instantText(one.undoneAt) })}</span>
      )}
      <ErrorNote error={undo.error ?? error} />
    </li>
  );
}
